import { cache } from 'react'
import { may } from '@/lib/auth/roles'
import { requireActor } from '@/lib/auth/session'
import { getPlace } from '@/lib/communities/displacement/place-queries'
import { isId } from '@/lib/ids'

/** The location of this request, once; null when it does not exist for who asks. */
export const read = cache(async (locationId: string) => {
  const actor = await requireActor()
  const isAllowed = may(actor, 'displacement.read') && isId(locationId)
  return { actor, page: isAllowed ? await getPlace(actor, locationId) : null }
})
