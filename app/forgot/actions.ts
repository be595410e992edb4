'use server'

import { requestReset } from '@/lib/auth/reset'
import { forgotSchema } from '@/lib/auth/schemas'
import { getDevice } from '@/lib/auth/session'
import { fieldErrors } from '@/lib/commands/command'
import { serveForm } from '@/lib/commands/serve'

export const forgotAction = serveForm(
  async (input) => {
    const parsed = forgotSchema.safeParse(input)
    if (!parsed.success) return { ok: false, code: 'invalid', fields: fieldErrors(parsed.error.issues) }
    await requestReset(parsed.data.email, await getDevice())
    return { ok: true, data: null }
  },
  { to: () => '/forgot?sent=1' },
)
