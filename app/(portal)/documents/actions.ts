'use server'

import { getActor } from '@/lib/auth/session'
import { serveForm } from '@/lib/commands/serve'
import { removeDocument as remove } from '@/lib/documents/remove-document'

export const removeDocument = serveForm(async (input, commandId) => {
  const actor = await getActor()
  return actor ? remove(actor, input, commandId ? { commandId } : {}) : { ok: false, code: 'unauthenticated' }
})
