import { cache } from 'react'
import { may } from '@/lib/auth/roles'
import { requireActor } from '@/lib/auth/session'
import { getRound } from '@/lib/communities/displacement/round-queries'
import { isId } from '@/lib/ids'

/** The round of this request, once; null when it does not exist for who asks. */
export const read = cache(async (roundId: string) => {
  const actor = await requireActor()
  const isAllowed = may(actor, 'displacement.read') && isId(roundId)
  return { actor, page: isAllowed ? await getRound(actor, roundId) : null }
})
