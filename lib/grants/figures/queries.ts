import { sql } from 'drizzle-orm'
import { withActor, withSystem } from '../../../db/client'
import type { Actor } from '../../auth/actor'
import { may } from '../../auth/roles'
import { type FigureRow, type ShownRow, withhold } from './measures'

/** Which applications are counted: by the day they were submitted, and by round. */
export type FigureFilters = { from: string | null; to: string | null; round: string | null }

type Raw = Record<string, number | string | null> & { dimension: FigureRow['dimension']; value: string }

type Place = { pcode: string; name_en: string; name_ar: string }
const placesQuery = sql`select pcode, name_en, name_ar from locations where level = 2`

/** Whether this actor sees figures of people they may not look up: then small groups are withheld. */
export function isDeidentified(actor: Actor): boolean {
  return !may(actor, 'grants.read')
}

/**
 * The figures of the programme: of all, and by each value of each dimension. Read from totals that the database keeps, so that it
 * takes no longer when there are more applications. Empty for who may not count. With the names that the values are shown by, and
 * the rounds to filter by.
 */
export function getFigures(actor: Actor, { from, to, round }: FigureFilters) {
  return withActor(actor, async (tx) => {
    const [rows, districts, rounds] = await Promise.all([
      tx.execute<Raw>(sql`select * from programme_figures(${from}::date, ${to}::date, ${round}::text)`),
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
    value: raw.value,
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

/** With fewer changes than this, reading them one by one costs less than adding them up. */
const leastChanges = 200

/** Adds up what has changed since the totals were last added up. Called after a page was answered; a figure is right without it, only slower. */
export function foldFigures(): Promise<void> {
  return withSystem('figures', async (tx) => {
    await tx.execute(sql`select figures_fold(${leastChanges})`)
  })
}
