import { one } from '@/app/query'
import { isId } from '@/lib/ids'
import { displacementStatuses, sexes } from '@/lib/people/domain'
import type { PeopleFilters } from '@/lib/people/list-queries'

export type SearchParams = Promise<Record<string, string | string[] | undefined>>

/** The list's filters out of the address; what makes no sense is left out. */
export async function readFilters(searchParams: SearchParams): Promise<PeopleFilters> {
  const params = await searchParams
  const place = one(params.place)
  const after = one(params.after)
  const before = one(params.before)
  return {
    q: one(params.q)?.trim().slice(0, 120) || undefined,
    place: place && /^IQ[A-Z0-9]{3,12}$/.test(place) ? place : undefined,
    sex: sexes.find((sex) => sex === one(params.sex)),
    status: displacementStatuses.find((status) => status === one(params.status)),
    mine: one(params.mine) === '1',
    after: isId(after) ? after : undefined,
    before: isId(before) ? before : undefined,
  }
}

/** The query of the list with these filters; empty without any. */
export function listQuery({ q, place, sex, status, mine, after, before }: PeopleFilters): string {
  const query = new URLSearchParams()
  const entries = { q, place, sex, status, mine: mine ? '1' : undefined, after, before }
  for (const [name, value] of Object.entries(entries)) if (value) query.set(name, value)
  return query.toString()
}

/** The address of the list with these filters. */
export function listHref(filters: PeopleFilters): string {
  const query = listQuery(filters)
  return query ? `/people?${query}` : '/people'
}
