import { type SQL, sql } from 'drizzle-orm'
import { type Tx, withActor } from '../../../db/client'
import type { Actor } from '../../auth/actor'
import type { Currency } from '../../format'
import { dimensionOf, groupingSets } from '../../grouping'
import type { Named } from '../../i18n/in-locale'

/** What is counted: needs of plans that hold, and projects, as they stand today. */
export const tables = {
  needs: { dimensions: ['sector', 'district'], measures: ['needs', 'open', 'addressed', 'met'] },
  projects: { dimensions: ['status', 'kind', 'district'], measures: ['projects', 'handed_over', 'served'] },
} as const
export type Table = keyof typeof tables
export const tableNames = ['needs', 'projects'] as const satisfies readonly Table[]

export type FigureRow = {
  table: Table
  /** `all` for the whole. */
  dimension: string
  value: string
  counts: Record<string, number>
  /** Contract values in minor units, by currency. */
  values: { currency: Currency; minor: number }[]
}

type Raw = { dimension: string; value: string; iqd?: string | null; usd?: string | null } & Record<string, unknown>

const needs = sql`select n.id, n.sector, p.district_pcode as district, n.status from community_needs n join action_plans p on p.id = n.plan_id
  where p.status <> 'archived' and n.status <> 'dropped'`
const projects = sql`select p.id, p.status, p.kind, p.district_pcode as district, p.currency, p.contract_value_minor as minor,
    p.status in ('handed_over', 'liability_period', 'closed') as is_over,
    coalesce((select sum(s.count) from project_served s where s.project_id = p.id), 0) as served
  from projects p where p.status <> 'cancelled'`

async function readNames(tx: Tx): Promise<Map<string, Named>> {
  const rows = await tx.execute<{ value: string; en: string; ar: string }>(
    sql`select pcode as value, name_en as en, name_ar as ar from locations where level = 2`,
  )
  return new Map([...rows].map((row) => [row.value, { en: row.en, ar: row.ar }]))
}

function rowsOf(table: Table, found: Iterable<Raw>): FigureRow[] {
  return [...found].map(({ dimension, value, iqd, usd, ...counts }) => ({
    table,
    dimension,
    value,
    counts: Object.fromEntries(Object.entries(counts).map(([name, count]) => [name, Number(count ?? 0)])),
    values: [
      { currency: 'IQD' as const, minor: Number(iqd ?? 0) },
      { currency: 'USD' as const, minor: Number(usd ?? 0) },
    ].filter(({ minor }) => minor > 0),
  }))
}

/** Needs by sector and projects by status, kind and value, as they stand. They hold no person. */
export function getCommunityFigures(actor: Actor) {
  return withActor(actor, async (tx) => {
    const [needRows, projectRows, names] = await Promise.all([
      tx.execute<Raw>(sql`select ${dimensionOf(tables.needs.dimensions)}, count(*)::integer as needs,
          count(*) filter (where status = 'open')::integer as open, count(*) filter (where status = 'addressed')::integer as addressed,
          count(*) filter (where status = 'met')::integer as met
        from (${needs}) f group by ${groupingSets(tables.needs.dimensions)}`),
      tx.execute<Raw>(sql`select ${dimensionOf(tables.projects.dimensions)}, count(*)::integer as projects,
          count(*) filter (where is_over)::integer as handed_over, sum(served)::integer as served,
          sum(minor) filter (where currency = 'IQD') as iqd, sum(minor) filter (where currency = 'USD') as usd
        from (${projects}) f group by ${groupingSets(tables.projects.dimensions)}`),
      readNames(tx),
    ])
    const rows = [...rowsOf('needs', needRows), ...rowsOf('projects', projectRows)]
    const size = (row: FigureRow) => row.counts.needs ?? row.counts.projects ?? 0
    return { rows: rows.filter((row) => size(row) > 0).sort((a, b) => size(b) - size(a)), names }
  })
}

export type RecordFilter = { table: Table; measure: string; dimension: string; value: string }
export type RecordRow = { id: string; title: Named; kind: string; status: string }

const conditions: Record<Table, Record<string, SQL>> = {
  needs: {
    needs: sql`true`,
    open: sql`f.status = 'open'`,
    addressed: sql`f.status = 'addressed'`,
    met: sql`f.status = 'met'`,
  },
  projects: { projects: sql`true`, handed_over: sql`f.is_over`, served: sql`f.served > 0` },
}
const columns: Record<string, SQL> = {
  sector: sql`f.sector`,
  district: sql`f.district`,
  status: sql`f.status`,
  kind: sql`f.kind`,
}
const most = 200

/** The needs or projects behind a number, the newest two hundred. */
export async function listCommunityRecords(actor: Actor, { table, measure, dimension, value }: RecordFilter) {
  // The address names both: what every object inherits is no measure.
  const condition = Object.hasOwn(conditions[table], measure) ? conditions[table][measure] : undefined
  const column = Object.hasOwn(columns, dimension) ? columns[dimension] : undefined
  if (!condition || (dimension !== 'all' && !column)) return { rows: [], isMore: false }
  const from =
    table === 'needs'
      ? sql`(${needs}) f join community_needs r on r.id = f.id`
      : sql`(${projects}) f join projects r on r.id = f.id`
  const kind = table === 'needs' ? sql`f.sector` : sql`f.kind`
  const found = await withActor(actor, (tx) =>
    tx.execute<{ id: string; en: string; ar: string; kind: string; status: string }>(sql`
      select f.id, coalesce(nullif(r.title_en, ''), r.title_ar) as en, r.title_ar as ar, ${kind} as kind, f.status from ${from}
      where ${condition} ${column && dimension !== 'all' ? sql`and ${column} = ${value}` : sql``} order by f.id desc limit ${most + 1}`),
  )
  const rows = [...found].slice(0, most).map(({ en, ar, ...row }): RecordRow => ({ ...row, title: { en, ar } }))
  return { rows, isMore: found.length > most }
}
