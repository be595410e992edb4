import NextAuth, { CredentialsSignin } from 'next-auth'
import Credentials from 'next-auth/providers/credentials'
import { env } from '../env'
import { getDevice, sessionCookie } from './session'
import { signInWith } from './sign-in'

/** Carries the reason out of the sign-in flow; it never tells whether the account exists. */
export class SignInRefused extends CredentialsSignin {
  constructor(readonly reason: 'wrong' | 'locked') {
    super()
    this.code = reason
  }
}

/**
 * next-auth runs the flow and sets the cookie. What the cookie holds is our own opaque token, whose hash stands in
 * `sessions`, so that a session can be revoked: its "JWT" is encoded and decoded as that token and nothing else.
 * No route of its own is mounted: sign-in and sign-out are server actions, which leaves fewer doors.
 */
export const { signIn, signOut } = NextAuth(() => {
  const { name, secure } = sessionCookie()
  const options = { httpOnly: true, sameSite: 'lax' as const, path: '/', secure }
  const prefix = secure ? '__Host-' : ''
  return {
    trustHost: true,
    secret: env().AUTH_SECRET,
    session: { strategy: 'jwt', maxAge: 12 * 60 * 60 },
    cookies: {
      sessionToken: { name, options },
      callbackUrl: { name: `${prefix}sanad-return`, options },
      csrfToken: { name: `${prefix}sanad-csrf`, options },
    },
    jwt: {
      encode: async ({ token }) => (typeof token?.opaque === 'string' ? token.opaque : ''),
      decode: async ({ token }) => ({ opaque: token ?? '' }),
    },
    callbacks: {
      jwt: ({ token, user }) => (user && 'token' in user ? { opaque: user.token } : token),
    },
    logger: { error: () => {}, warn: () => {} },
    providers: [
      Credentials({
        credentials: { email: {}, password: {} },
        async authorize({ email, password }) {
          if (typeof email !== 'string' || typeof password !== 'string') return null
          const result = await signInWith(email, password, await getDevice())
          if (!result.ok) throw new SignInRefused(result.code)
          return { id: result.userId, token: result.token }
        },
      }),
    ],
  }
})
