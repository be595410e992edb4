import { type SQL, sql } from 'drizzle-orm'
import { withActor } from '../../../db/client'
import type { Actor } from '../../auth/actor'
import { may } from '../../auth/roles'
import { type FigureRow, type ShownRow, withhold } from './measures'

/** Which applications are counted: by the day they were submitted, and by round. */
export type FigureFilters = { from: string | null; to: string | null; round: string | null }

/** Conditions on `grant_facts f` for the filters. */
export function counted({ from, to, round }: FigureFilters): SQL {
  return sql`true ${from ? sql`and f.submitted_on >= ${from}::date` : sql``} ${to ? sql`and f.submitted_on <= ${to}::date` : sql``}
    ${round ? sql`and f.round_code = ${round}` : sql``}`
}

type Raw = Record<string, number | string | null> & { dimension: FigureRow['dimension']; value: string | null }

const money = (column: SQL, name: string) => sql`
  coalesce(sum(${column}) filter (where f.currency = 'IQD'), 0)::bigint as ${sql.identifier(`${name}_iqd`)},
  coalesce(sum(${column}) filter (where f.currency = 'USD'), 0)::bigint as ${sql.identifier(`${name}_usd`)}`

const visits = (month: 3 | 6 | 12) => {
  const business = sql.identifier(`business_${month}`)
  return sql`count(f.${business})::integer as ${sql.identifier(`visited_${month}`)},
    count(*) filter (where f.${business} = 'operating')::integer as ${sql.identifier(`operating_${month}`)}`
}

type Place = { pcode: string; name_en: string; name_ar: string }
const placesQuery = sql`select pcode, name_en, name_ar from locations where level = 2`

/** Whether this actor sees figures of people they may not look up: then small groups are withheld. */
export function isDeidentified(actor: Actor): boolean {
  return !may(actor, 'grants.read')
}

/**
 * The figures of the programme: of all, and by each value of each dimension, in one statement. Empty for who may not count.
 * `lists` are the names that the values are shown by, and the rounds to filter by.
 */
export function getFigures(actor: Actor, filters: FigureFilters) {
  return withActor(actor, async (tx) => {
    const [rows, districts, rounds] = await Promise.all([
      tx.execute<Raw>(sql`
        select case when grouping(f.sex) = 0 then 'sex' when grouping(f.age_band) = 0 then 'age_band'
            when grouping(f.displacement) = 0 then 'displacement' when grouping(f.has_disability) = 0 then 'disability'
            when grouping(f.district_pcode) = 0 then 'district' when grouping(f.round_code) = 0 then 'round' else 'all' end as dimension,
          coalesce(f.sex, f.age_band, f.displacement, case f.has_disability when true then 'yes' when false then 'no' end,
            f.district_pcode, f.round_code, '') as value,
          count(*)::integer as applications, count(f.selected_on)::integer as approvals,
          ${money(sql`f.committed_minor`, 'committed')}, ${money(sql`f.released_minor`, 'released')}, ${money(sql`f.spent_minor`, 'spent')},
          ${visits(3)}, ${visits(6)}, ${visits(12)},
          coalesce(sum(f.planned_women), 0)::integer as planned_women, coalesce(sum(f.planned_men), 0)::integer as planned_men,
          coalesce(sum(f.jobs_women), 0)::integer as jobs_women, coalesce(sum(f.jobs_men), 0)::integer as jobs_men
        from grant_facts f where ${counted(filters)}
        group by grouping sets ((), (f.sex), (f.age_band), (f.displacement), (f.has_disability), (f.district_pcode), (f.round_code))
        order by 1, 2`),
      tx.execute<Place>(placesQuery),
      tx.execute<{ code: string }>(sql`select code from funding_rounds order by opens_on desc limit 60`),
    ])
    const all = rows.map(rowOf)
    return {
      rows: isDeidentified(actor) ? withhold(all) : all.map((row): ShownRow => ({ ...row, withheld: [] })),
      districts: new Map(districts.map((one) => [one.pcode, { en: one.name_en, ar: one.name_ar }])),
      rounds: rounds.map((one) => one.code),
    }
  })
}

/** The names of the districts, by P-code. */
export function getFigurePlaces(actor: Actor) {
  return withActor(actor, async (tx) => {
    const rows = await tx.execute<Place>(placesQuery)
    return new Map(rows.map((one) => [one.pcode, { en: one.name_en, ar: one.name_ar }]))
  })
}

function rowOf(raw: Raw): FigureRow {
  const n = (key: string) => Number(raw[key] ?? 0)
  const both = (name: string) => ({ IQD: n(`${name}_iqd`), USD: n(`${name}_usd`) })
  return {
    dimension: raw.dimension,
    value: raw.value ?? '',
    applications: n('applications'),
    approvals: n('approvals'),
    committed: both('committed'),
    released: both('released'),
    spent: both('spent'),
    visited: { 3: n('visited_3'), 6: n('visited_6'), 12: n('visited_12') },
    operating: { 3: n('operating_3'), 6: n('operating_6'), 12: n('operating_12') },
    jobsPlanned: { women: n('planned_women'), men: n('planned_men') },
    jobsActual: { women: n('jobs_women'), men: n('jobs_men') },
  }
}
