import { cache } from 'react'
import { requireActor } from '@/lib/auth/session'
import { getPlan } from '@/lib/forums/safety-plans/queries'
import { isId } from '@/lib/ids'

/** The plan of the address, once a request; no page when it does not exist for the reader. */
export const read = cache(async (forumId: string, planId: string) => {
  const actor = await requireActor()
  return { actor, page: isId(forumId) && isId(planId) ? await getPlan(actor, forumId, planId) : null }
})

export type PlanParams = Promise<{ forumId: string; planId: string }>
