import { cache } from 'react'
import { requireActor } from '@/lib/auth/session'
import { getForum } from '@/lib/forums/queries'
import { isId } from '@/lib/ids'

/** The forum of the address, once a request; no page when it does not exist for the reader. */
export const read = cache(async (forumId: string) => {
  const actor = await requireActor()
  return { actor, page: isId(forumId) ? await getForum(actor, forumId) : null }
})
