import { cache } from 'react'
import { requireActor } from '@/lib/auth/session'
import { getSession } from '@/lib/forums/sessions/queries'
import { isId } from '@/lib/ids'

/** The session of the address, once a request; no page when it does not exist for the reader. */
export const read = cache(async (forumId: string, sessionId: string) => {
  const actor = await requireActor()
  return { actor, page: isId(forumId) && isId(sessionId) ? await getSession(actor, forumId, sessionId) : null }
})

export type SessionParams = Promise<{ forumId: string; sessionId: string }>
