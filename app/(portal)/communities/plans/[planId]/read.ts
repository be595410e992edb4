import { cache } from 'react'
import { requireActor } from '@/lib/auth/session'
import { getPlan } from '@/lib/communities/plans/queries'
import { isId } from '@/lib/ids'

/** The plan of a page and who asks, once a request. */
export const read = cache(async (planId: string) => {
  const actor = await requireActor()
  return { actor, page: isId(planId) ? await getPlan(actor, planId) : null }
})
