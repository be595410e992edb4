import { one } from '@/app/query'
import type { CountFilter } from '@/lib/communities/displacement/count-queries'
import { type Population, populations } from '@/lib/communities/displacement/domain'
import type { PlaceFilter } from '@/lib/communities/displacement/place-queries'
import { isId } from '@/lib/ids'

export type Query = Record<string, string | string[] | undefined>

export const base = '/communities/displacement'

/** Who is counted, out of the address; displaced people when it does not say. */
export const readPopulation = (query: Query): Population =>
  populations.find((population) => population === one(query.population)) ?? 'idp'

const readDistrict = (query: Query) => /^IQ[A-Z0-9]{3,12}$/.exec(one(query.district) ?? '')?.[0]
const readSearch = (query: Query) => (one(query.search) ?? '').trim().slice(0, 100)

export function readCursor(query: Query): { after?: string; before?: string } {
  const [after, before] = [one(query.after), one(query.before)]
  return { ...(isId(after) && { after }), ...(isId(before) && { before }) }
}

/** The register's filters out of the address; what makes no sense is left out. */
export function readPlaceFilter(query: Query): PlaceFilter {
  const [district, search] = [readDistrict(query), readSearch(query)]
  const only = (['astray', 'camp', 'closed'] as const).find((value) => value === one(query.only))
  return { ...(district && { district }), ...(search && { search }), ...(only && { only }), ...readCursor(query) }
}

/** The filters of a round's figures out of the address. */
export function readCountFilter(query: Query): CountFilter {
  const [district, search] = [readDistrict(query), readSearch(query)]
  const only = (['missing', 'moved'] as const).find((value) => value === one(query.only))
  return {
    population: readPopulation(query),
    ...(district && { district }),
    ...(search && { search }),
    ...(only && { only }),
    ...readCursor(query),
  }
}

/** A path with what is set of a query. */
export function hrefOf(path: string, query: Record<string, string | undefined>): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) if (value) search.set(name, value)
  const text = search.toString()
  return text ? `${path}?${text}` : path
}
