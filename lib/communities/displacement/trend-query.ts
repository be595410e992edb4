import { type SQL, sql } from 'drizzle-orm'
import { type Tx, withActor } from '../../../db/client'
import type { Actor } from '../../auth/actor'
import type { Population, Sum } from './domain'
import { type SumRow, sumColumns, totalColumns } from './sums'

/** One published round on a trend, with what was counted there. A population without a sum was not counted in it. */
export type TrendPoint = {
  roundId: string
  number: number
  edition: number
  countedOn: string
  sums: Partial<Record<Population, Sum>>
}

type Raw = SumRow & { roundId: string; number: number; edition: number; countedOn: string }

function pointsOf(rows: readonly Raw[]): TrendPoint[] {
  const points = new Map<string, TrendPoint>()
  for (const { roundId, number, edition, countedOn, population, ...sum } of rows) {
    const point = points.get(roundId) ?? { roundId, number, edition, countedOn, sums: {} }
    point.sums[population] = sum
    points.set(roundId, point)
  }
  return [...points.values()]
}

const roundColumns = sql`r.id as "roundId", r.number, r.edition, r.counted_on::text as "countedOn"`
/** So many rounds are drawn at most, the last ones. */
const mostRounds = 60
const drawn = sql`(select * from displacement_rounds where status = 'published' order by counted_on desc, id desc limit ${mostRounds})`

async function readTrend(tx: Tx, from: SQL, columns: SQL, population: SQL): Promise<TrendPoint[]> {
  const rows =
    await tx.execute<Raw>(sql`select ${roundColumns}, ${population} as population, ${columns} from ${drawn} r join ${from}
    group by r.id, r.number, r.edition, r.counted_on, ${population} order by r.counted_on, r.id`)
  return pointsOf([...rows])
}

/** What was counted at one location, round by round. */
export const readPlaceTrend = (tx: Tx, locationId: string) =>
  readTrend(
    tx,
    sql`displacement_counts c on c.round_id = r.id and c.location_id = ${locationId}::uuid`,
    sumColumns,
    sql`c.population`,
  )

/** What was counted in one district, or in all of them, round by round; out of the kept totals. */
export const readDistrictTrend = (tx: Tx, pcode: string | null) =>
  readTrend(
    tx,
    sql`displacement_totals t on t.round_id = r.id ${pcode ? sql`and t.district_pcode = ${pcode}` : sql``}`,
    totalColumns,
    sql`t.population`,
  )

/** What was counted at the locations of one community, round by round. */
const readCommunityTrend = (tx: Tx, pcode: string) =>
  readTrend(
    tx,
    sql`(displacement_counts c join monitored_locations m on m.id = c.location_id and m.community_pcode = ${pcode}) on c.round_id = r.id`,
    sumColumns,
    sql`c.population`,
  )

/** What was counted at the locations of one sub-district, round by round. */
const readSubDistrictTrend = (tx: Tx, pcode: string) =>
  readTrend(
    tx,
    sql`(displacement_counts c join monitored_locations m on m.id = c.location_id and m.sub_district_pcode = ${pcode}) on c.round_id = r.id`,
    sumColumns,
    sql`c.population`,
  )

/** The trend of a place of any level below the governorate: a P-code is a district's, a sub-district's or a community's, and only that one has rows. */
export async function readAreaTrend(tx: Tx, pcode: string): Promise<TrendPoint[]> {
  const found = await Promise.all([
    readDistrictTrend(tx, pcode),
    readSubDistrictTrend(tx, pcode),
    readCommunityTrend(tx, pcode),
  ])
  return found.find((trend) => trend.length > 0) ?? []
}

/** The trend of a district or of a community, with its locations; null for a place that is neither. */
export function getAreaTrend(actor: Actor, pcode: string) {
  return withActor(actor, async (tx) => {
    const [areas, district, community, places] = await Promise.all([
      tx.execute<{ level: number; en: string; ar: string }>(
        sql`select level, name_en as en, name_ar as ar from locations where pcode = ${pcode}`,
      ),
      readDistrictTrend(tx, pcode),
      readCommunityTrend(tx, pcode),
      tx.execute<{ id: string; en: string; ar: string; idp: number | null; returnee: number | null }>(sql`
        select m.id, m.name_en as en, m.name_ar as ar, max(c.families) filter (where c.population = 'idp') as idp,
          max(c.families) filter (where c.population = 'returnee') as returnee
        from monitored_locations m left join displacement_counts c on c.location_id = m.id and c.round_id = (
          select r.id from displacement_rounds r where r.status = 'published' order by r.counted_on desc, r.id desc limit 1)
        where m.district_pcode = ${pcode} or m.community_pcode = ${pcode}
        group by m.id, m.name_en, m.name_ar order by greatest(max(c.families), 0) desc nulls last, m.id limit 20`),
    ])
    const area = areas[0]
    if (area?.level !== 2 && area?.level !== 4) return null
    return {
      area: { pcode, level: area.level, name: { en: area.en, ar: area.ar } },
      trend: area.level === 2 ? district : community,
      places: [...places].map(({ en, ar, ...place }) => ({ ...place, name: { en, ar } })),
    }
  })
}
