import { one } from '@/app/query'
import { isId } from '@/lib/ids'
import { healthServices } from '@/lib/referrals/domain'
import type { FacilityFilter } from '@/lib/referrals/facilities/queries'

export type SearchParams = Promise<Record<string, string | string[] | undefined>>

export type View = 'list' | 'map'

/** The directory's filters out of the address; what makes no sense is left out. */
export async function readFilters(searchParams: SearchParams): Promise<FacilityFilter & { view: View }> {
  const params = await searchParams
  const service = healthServices.find((value) => value === one(params.service))
  const district = /^IQ[A-Z0-9]{3,12}$/.exec(one(params.district) ?? '')?.[0]
  const [after, before] = [one(params.after), one(params.before)]
  return {
    view: one(params.view) === 'map' ? 'map' : 'list',
    ...(district ? { district } : {}),
    ...(service ? { service } : {}),
    ...(one(params.stale) === '1' ? { stale: true } : {}),
    ...(isId(after) ? { after } : {}),
    ...(isId(before) ? { before } : {}),
  }
}

/** The address of the directory with these filters. */
export function listHref(filter: Partial<FacilityFilter> & { view?: View }): string {
  const query = new URLSearchParams()
  if (filter.view === 'map') query.set('view', 'map')
  if (filter.district) query.set('district', filter.district)
  if (filter.service) query.set('service', filter.service)
  if (filter.stale) query.set('stale', '1')
  if (filter.after) query.set('after', filter.after)
  if (filter.before) query.set('before', filter.before)
  const text = query.toString()
  return text ? `/referrals/facilities?${text}` : '/referrals/facilities'
}
