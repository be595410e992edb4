'use server'

import { changePassword, endSessions } from '@/lib/auth/account'
import { changePasswordSchema } from '@/lib/auth/schemas'
import { getActor } from '@/lib/auth/session'
import { fieldErrors } from '@/lib/commands/command'
import { serve, serveForm } from '@/lib/commands/serve'

export const endSessionsAction = serve(endSessions, { to: ({ endedOwn }) => (endedOwn ? '/sign-in' : '/account') })

export const changePasswordAction = serveForm(
  async (input) => {
    const actor = await getActor()
    if (!actor) return { ok: false, code: 'unauthenticated' }
    const parsed = changePasswordSchema.safeParse(input)
    if (!parsed.success) return { ok: false, code: 'invalid', fields: fieldErrors(parsed.error.issues) }
    return changePassword(actor, parsed.data.current, parsed.data.password)
  },
  { to: () => '/sign-in' },
)
