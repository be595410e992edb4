'use server'

import { takeLink } from '@/lib/auth/links'
import { signIn } from '@/lib/auth/next-auth'
import { checkPassword } from '@/lib/auth/password'
import { newPasswordSchema } from '@/lib/auth/schemas'
import { fieldErrors } from '@/lib/commands/command'
import { serveForm } from '@/lib/commands/serve'

export const choosePassword = serveForm(
  async (input) => {
    const parsed = newPasswordSchema.safeParse(input)
    if (!parsed.success) return { ok: false, code: 'invalid', fields: fieldErrors(parsed.error.issues) }
    const { password, token } = parsed.data
    const wrong = checkPassword(password)
    if (wrong) return { ok: false, code: 'invalid', fields: { password: wrong } }
    const email = await takeLink(token, password)
    if (!email) return { ok: false, code: 'refused', reasons: [{ key: 'auth.link.goneText' }] }
    await signIn('credentials', { email, password, redirect: false })
    return { ok: true, data: null }
  },
  { to: () => '/' },
)
