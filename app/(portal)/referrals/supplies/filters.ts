import { isId } from '@/lib/ids'
import { supplyMachine } from '@/lib/referrals/supplies/machine'
import type { DeliveryFilter } from '@/lib/referrals/supplies/queries'

export type Query = Record<string, string | string[] | undefined>

/** The list's filters out of the address; what makes no sense is left out. */
export function readFilters(query: Query): DeliveryFilter {
  return {
    status: supplyMachine.states.find((state) => state === query.status),
    facility: isId(query.facility) ? query.facility : undefined,
    ...(isId(query.after) && { after: query.after }),
    ...(isId(query.before) && { before: query.before }),
  }
}

/** The address of the list with these filters. */
export function suppliesHref(filter: DeliveryFilter): string {
  const query = new URLSearchParams()
  for (const [key, value] of Object.entries(filter)) if (value) query.set(key, value)
  const text = query.toString()
  return text ? `/referrals/supplies?${text}` : '/referrals/supplies'
}
