import { cache } from 'react'
import { may } from '@/lib/auth/roles'
import { requireActor } from '@/lib/auth/session'
import { isId } from '@/lib/ids'
import { getDelivery } from '@/lib/referrals/supplies/queries'

/** The delivery of an address and who asks, once a request; null out of scope. */
export const read = cache(async (deliveryId: string) => {
  const actor = await requireActor()
  const isAllowed = may(actor, 'supplies.read') && isId(deliveryId)
  return { actor, page: isAllowed ? await getDelivery(actor, deliveryId) : null }
})
