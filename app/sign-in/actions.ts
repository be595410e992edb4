'use server'

import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import { SignInRefused, signIn, signOut } from '@/lib/auth/next-auth'
import { safePath } from '@/lib/auth/safe-path'
import { signInSchema } from '@/lib/auth/schemas'
import { sessionCookie } from '@/lib/auth/session'
import { endSession } from '@/lib/auth/sign-in'
import { fieldErrors } from '@/lib/commands/command'
import { serveForm, servePlain } from '@/lib/commands/serve'

export const signInAction = serveForm(
  async (input) => {
    const parsed = signInSchema.safeParse(input)
    if (!parsed.success) return { ok: false, code: 'invalid', fields: fieldErrors(parsed.error.issues) }
    const { email, password, next } = parsed.data
    try {
      await signIn('credentials', { email, password, redirect: false })
    } catch (error) {
      if (!(error instanceof SignInRefused)) throw error
      return { ok: false, code: 'invalid', fields: { '': `auth.signIn.${error.reason}` } }
    }
    return { ok: true, data: { next: safePath(next) } }
  },
  { to: ({ next }) => next },
)

export const signOutAction = servePlain(async () => {
  const token = (await cookies()).get(sessionCookie().name)?.value
  if (token) await endSession(token)
  await signOut({ redirect: false })
  redirect('/sign-in')
})
