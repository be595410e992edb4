import { sql } from 'drizzle-orm'
import { type Tx, withActor } from '../../../db/client'
import type { Actor } from '../../auth/actor'
import { type Cursor, pageOf, pageSize } from '../../cases/scope'
import type { Named } from '../../i18n/in-locale'
import { foldName } from '../../people/names'
import type { Cells, Confidence, CountMethod, Population } from './domain'

export type CountRow = {
  id: string
  name: Named
  district: Named
  families: number | null
  individuals: number | null
  method: CountMethod | null
  confidence: Confidence | null
  /** Families in the round that is compared with. */
  before: number | null
}

export type CountFilter = Cursor & {
  population: Population
  district?: string
  search?: string
  /** `missing`: without figures. `moved`: changed by a fourth and by twenty families at least. */
  only?: 'missing' | 'moved'
}

type Raw = Omit<CountRow, 'name' | 'district'> & {
  name_en: string
  name_ar: string
  district_en: string
  district_ar: string
}

/** What is typed into a search, as the register's names are kept; wildcards are letters. */
export const searchPattern = (text: string) => `%${foldName(text).replace(/[\\%_]/g, '\\$&')}%`

const onlyOf: Record<NonNullable<CountFilter['only']>, ReturnType<typeof sql>> = {
  missing: sql`and c.families is null`,
  moved: sql`and abs(c.families - o.families) >= 20 and abs(c.families - o.families) > o.families * 0.25`,
}

/**
 * The figures of the location `m`, found by the key one location at a time: a plain join of a round that was just read, which
 * the planner's statistics do not know, would compare each location with each.
 */
const countOf = (roundId: string | null, population: Population) => sql`
  select n.families, n.individuals, n.method, n.confidence from displacement_counts n
  where n.round_id = ${roundId}::uuid and n.population = ${population} and n.location_id = m.id limit 1`

/**
 * The locations of a round by name, each with its figures of one population and those of the round before. Locations that
 * are closed are left out unless they have figures.
 */
export function listCounts(actor: Actor, round: { id: string; baseId: string | null }, filter: CountFilter) {
  const { population, district, search, only, after, before } = filter
  const at = before ?? after
  const edge = at
    ? sql`and (m.name_en, m.id) ${before ? sql`<` : sql`>`} (select e.name_en, e.id from monitored_locations e where e.id = ${at}::uuid)`
    : sql``
  const order = before ? sql`desc` : sql`asc`
  return withActor(actor, async (tx) => {
    const found = await tx.execute<Raw>(sql`
      select m.id, m.name_en, m.name_ar, d.name_en as district_en, d.name_ar as district_ar, c.families, c.individuals, c.method, c.confidence,
        o.families as before
      from monitored_locations m join locations d on d.pcode = m.district_pcode
        left join lateral (${countOf(round.id, population)}) c on true left join lateral (${countOf(round.baseId, population)}) o on true
      where (m.closed_on is null or c.families is not null) ${district ? sql`and m.district_pcode = ${district}` : sql``}
        ${search ? sql`and m.search_text like ${searchPattern(search)}` : sql``} ${only ? onlyOf[only] : sql``} ${edge}
      order by m.name_en ${order}, m.id ${order} limit ${pageSize + 1}`)
    const rows = [...found].map(
      ({ name_en, name_ar, district_en, district_ar, ...row }): CountRow => ({
        ...row,
        name: { en: name_en, ar: name_ar },
        district: { en: district_en, ar: district_ar },
      }),
    )
    return pageOf(rows, filter)
  })
}

export type CountDetail = {
  population: Population
  families: number
  individuals: number
  method: CountMethod
  confidence: Confidence | null
  origins: Cells
  periods: Cells
  shelters: Cells
  version: number
}

function readCounts(tx: Tx, roundId: string, locationId: string) {
  return tx.execute<CountDetail>(sql`select population, families, individuals, method, confidence, origins, periods, shelters, version
    from displacement_counts where round_id = ${roundId}::uuid and location_id = ${locationId}::uuid`)
}

/** One location in one round, for the form; null when either does not exist for this actor. */
export function getCounts(actor: Actor, roundId: string, locationId: string) {
  return withActor(actor, async (tx) => {
    const [heads, counts, before] = await Promise.all([
      tx.execute<{
        number: number
        edition: number
        status: string
        name_en: string
        name_ar: string
        district_en: string
        district_ar: string
        is_camp: boolean
      }>(sql`
        select r.number, r.edition, r.status, m.name_en, m.name_ar, d.name_en as district_en, d.name_ar as district_ar, m.is_camp
        from displacement_rounds r cross join monitored_locations m join locations d on d.pcode = m.district_pcode
        where r.id = ${roundId}::uuid and m.id = ${locationId}::uuid`),
      readCounts(tx, roundId, locationId),
      tx.execute<{
        population: Population
        number: number
        families: number
        individuals: number
        method: CountMethod
      }>(sql`
        select distinct on (c.population) c.population, b.number, c.families, c.individuals, c.method
        from displacement_counts c join displacement_rounds b on b.id = c.round_id and b.status = 'published'
        where c.location_id = ${locationId}::uuid and b.id <> ${roundId}::uuid order by c.population, b.counted_on desc, b.id desc`),
    ])
    const head = heads[0]
    if (!head) return null
    return {
      round: { id: roundId, number: head.number, edition: head.edition, status: head.status },
      place: {
        id: locationId,
        name: { en: head.name_en, ar: head.name_ar },
        district: { en: head.district_en, ar: head.district_ar },
        isCamp: head.is_camp,
      },
      counts: [...counts],
      before: [...before],
    }
  })
}

export type ExportRow = CountDetail & {
  placeId: string | null
  pcode: string | null
  nameEn: string
  nameAr: string
  districtPcode: string
  districtEn: string
  latitude: number | null
  longitude: number | null
  unit: string | null
}

/** Every figure of a round, for the file; some thousand rows, so that it fits in memory. */
export function listAllCounts(actor: Actor, roundId: string) {
  return withActor(actor, async (tx) => {
    const rows = await tx.execute<ExportRow>(sql`
      select m.place_id as "placeId", m.pcode, m.name_en as "nameEn", m.name_ar as "nameAr", m.district_pcode as "districtPcode",
        d.name_en as "districtEn", m.latitude, m.longitude, c.population, c.families, c.individuals, c.method, c.confidence, c.origins, c.periods,
        c.shelters, c.breakdown_unit as unit, c.version
      from displacement_counts c join monitored_locations m on m.id = c.location_id join locations d on d.pcode = m.district_pcode
      where c.round_id = ${roundId}::uuid order by c.population, d.name_en, m.name_en, m.id`)
    return [...rows]
  })
}
