import { cache } from 'react'
import { requireActor } from '@/lib/auth/session'
import { getNeed } from '@/lib/communities/needs/queries'
import { isId } from '@/lib/ids'

/** The need of a page and who asks, once a request. */
export const read = cache(async (needId: string) => {
  const actor = await requireActor()
  return { actor, page: isId(needId) ? await getNeed(actor, needId) : null }
})
