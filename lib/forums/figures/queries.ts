import { type SQL, sql } from 'drizzle-orm'
import { type Tx, withActor } from '../../../db/client'
import type { Actor } from '../../auth/actor'
import { may } from '../../auth/roles'
import { dimensionOf, groupingSets } from '../../grouping'
import type { Named } from '../../i18n/in-locale'
import { pseudonym } from '../../pseudonym'
import { type FigureRow, isWithheld, type OpenTable, type ShownRow, tables, withhold } from './measures'

/** Days, `YYYY-MM-DD`, both included. */
export type Period = { from: string; to: string }

/** Whether this actor counts what they may not read: then small groups are withheld. */
export const isDeidentified = (actor: Actor) => !may(actor, 'concerns.read')

const between = (column: SQL, { from, to }: Period) => sql`${column} between ${from}::date and ${to}::date`

type Counted = { dimension: string; value: string; days?: number | null } & Record<
  string,
  number | string | null | undefined
>

/** Concerns, and the median of the days they took: counted by the day first, as a sort of all for each dimension takes twice as long. */
function readConcerns(tx: Tx, period: Period) {
  const { dimensions } = tables.concerns
  return tx.execute<Counted>(sql`
    select dimension, value, sum(raised)::integer as raised, sum(accepted)::integer as accepted, sum(resolved)::integer as resolved,
      sum(verified)::integer as verified, sum(reopened)::integer as reopened, min(days) filter (where 2 * up_to >= known) as days
    from (select *, sum(with_days) over (partition by dimension, value order by days) as up_to, sum(with_days) over (partition by dimension, value) as known
      from (select ${dimensionOf(dimensions)}, days, count(days) as with_days, count(*) as raised, count(*) filter (where is_accepted) as accepted,
          count(*) filter (where is_resolved) as resolved, count(*) filter (where is_verified) as verified, count(*) filter (where is_reopened) as reopened
        from (select category, forum_id as forum, severity, source, district_pcode as district, is_accepted, is_resolved, is_verified, is_reopened,
          days_to_resolve as days from concern_facts where ${between(sql`raised_on`, period)}) f
        group by ${groupingSets(dimensions, 'days')}) by_day) summed
    group by dimension, value`)
}

function readAll(tx: Tx, period: Period) {
  return Promise.all([
    tx.execute<Counted>(sql`select ${dimensionOf(tables.sessions.dimensions)}, count(*)::integer as sessions, sum(attended)::integer as heads
      from (select forum_id as forum, district_pcode as district, type, attended from session_facts where ${between(sql`held_on`, period)}) f
      group by ${groupingSets(tables.sessions.dimensions)}`),
    tx.execute<Counted>(sql`select ${dimensionOf(tables.attendance.dimensions)}, sum(count) filter (where who = 'female')::integer as women,
        sum(count) filter (where who = 'male')::integer as men, sum(count)::integer as heads
      from (select sex as who, age_band, displacement, case when has_disability then 'yes' else 'no' end as disability, count
        from attendance_facts where ${between(sql`held_on`, period)}) f group by ${groupingSets(tables.attendance.dimensions)}`),
    readConcerns(tx, period),
    tx.execute<Counted>(sql`select ${dimensionOf(tables.actions.dimensions)}, count(*)::integer as due, count(*) filter (where is_done)::integer as done,
        count(*) filter (where is_on_time)::integer as on_time, count(*) filter (where is_verified)::integer as verified,
        count(*) filter (where is_overdue)::integer as overdue
      from (select forum_id as forum, level, district_pcode as district, is_done, is_on_time, is_verified, is_overdue
        from action_facts where ${between(sql`due_on`, period)}) f group by ${groupingSets(tables.actions.dimensions)}`),
    readNames(tx),
    tx.execute<{ n: number | null }>(sql`select count_restricted(${period.from}::date, ${period.to}::date) as n`),
  ])
}

/** Names of districts and forums, by the value that figures bear. */
async function readNames(tx: Tx): Promise<Map<string, Named>> {
  const rows = await tx.execute<{ value: string; en: string; ar: string }>(sql`
    select pcode as value, name_en as en, name_ar as ar from locations where level = 2
    union all select id::text, name_en, name_ar from forum_names`)
  return new Map([...rows].map((row) => [row.value, { en: row.en, ar: row.ar }]))
}

function rowsOf(table: FigureRow['table'], found: Iterable<Counted>): FigureRow[] {
  return [...found].map(({ dimension, value, days, ...counts }) => ({
    table,
    dimension,
    value,
    days: days === null || days === undefined ? null : Math.round(Number(days)),
    counts: Object.fromEntries(Object.entries(counts).map(([name, count]) => [name, Number(count ?? 0)])),
  }))
}

/** Sessions, heads, concerns and actions of a period in figures. Empty for who may not count. */
export function getForumFigures(actor: Actor, period: Period) {
  return withActor(actor, async (tx) => {
    const [sessions, heads, concerns, actions, names, [restricted]] = await readAll(tx, period)
    const rows = [
      ...rowsOf('sessions', sessions),
      ...rowsOf('attendance', heads),
      ...rowsOf('concerns', concerns),
      ...rowsOf('actions', actions),
    ].filter((row) => Object.values(row.counts).some((count) => count > 0))
    const shown = isDeidentified(actor) ? withhold(rows) : rows.map((row): ShownRow => ({ ...row, withheld: [] }))
    const order = (row: ShownRow) => Math.max(...Object.values(row.counts))
    return { rows: shown.sort((a, b) => order(b) - order(a)), names, restricted: restricted?.n ?? null }
  })
}

export type RecordFilter = Period & { table: OpenTable; measure: string; dimension: string; value: string }
export type RecordRow = {
  id: string | null
  href: string | null
  /** A reference, or a name as people wrote it. */
  label: Named
  /** Of an action: whose it is. */
  forum: Named | null
  kind: string
  status: string
  on: string
}

type Raw = {
  id: string
  en: string
  ar: string
  kind: string
  status: string
  on: string
  forum: string
  forum_en: string | null
  forum_ar: string | null
}

const conditions: Record<OpenTable, Record<string, SQL>> = {
  sessions: { sessions: sql`true`, heads: sql`true` },
  concerns: {
    raised: sql`true`,
    accepted: sql`f.is_accepted`,
    resolved: sql`f.is_resolved`,
    verified: sql`f.is_verified`,
    reopened: sql`f.is_reopened`,
  },
  actions: {
    due: sql`true`,
    done: sql`f.is_done`,
    on_time: sql`f.is_on_time`,
    verified: sql`f.is_verified`,
    overdue: sql`f.is_overdue`,
  },
}
const columns: Record<string, SQL> = {
  forum: sql`f.forum_id::text`,
  district: sql`f.district_pcode`,
  type: sql`f.type`,
  category: sql`f.category`,
  severity: sql`f.severity`,
  source: sql`f.source`,
  level: sql`f.level`,
}
const most = 200

const sources: Record<OpenTable, SQL> = {
  sessions: sql`select f.id, n.name_en as en, n.name_ar as ar, f.type as kind, 'held' as status, f.held_on::text as on, f.forum_id as forum, null as forum_en, null as forum_ar
    from session_facts f join forum_names n on n.id = f.forum_id`,
  concerns: sql`select f.case_id as id, f.reference as en, f.reference as ar, f.category as kind, f.status, f.raised_on::text as on, f.forum_id as forum, null as forum_en, null as forum_ar
    from concern_facts f`,
  actions: sql`select f.id, coalesce(a.title, n.name_en) as en, coalesce(a.title, n.name_ar) as ar, f.level as kind, f.status, f.due_on::text as on, f.forum_id as forum,
      n.name_en as forum_en, n.name_ar as forum_ar
    from action_facts f join forum_names n on n.id = f.forum_id left join forum_actions a on a.id = f.id`,
}
const days: Record<OpenTable, SQL> = { sessions: sql`f.held_on`, concerns: sql`f.raised_on`, actions: sql`f.due_on` }

const hrefs: Record<OpenTable, (row: Raw) => string> = {
  sessions: (row) => `/forums/${row.forum}/sessions/${row.id}`,
  concerns: (row) => `/forums/concerns/${row.id}`,
  actions: (row) => `/forums/actions/${row.id}`,
}

/** Whether the table of figures withholds this group: its list must not say what the table does not. */
async function isSmall(actor: Actor, filter: RecordFilter): Promise<boolean> {
  const { rows } = await getForumFigures(actor, filter)
  return rows.some(
    (row) =>
      row.table === filter.table &&
      row.dimension === filter.dimension &&
      row.value === filter.value &&
      isWithheld(row, filter.measure),
  )
}

/** The newest two hundred records behind a number; without a way to open them, and roughly dated, for who may not read them. */
export async function listForumRecords(actor: Actor, filter: RecordFilter) {
  const isHidden = isDeidentified(actor)
  const { table, measure, dimension, value } = filter
  // The address names both: what every object inherits is no measure.
  const condition = Object.hasOwn(conditions[table], measure) ? conditions[table][measure] : undefined
  const column = Object.hasOwn(columns, dimension) ? columns[dimension] : undefined
  if (!condition || (dimension !== 'all' && !column)) return { rows: [], isTooFew: false, isMore: false }
  if (isHidden && (await isSmall(actor, filter))) return { rows: [], isTooFew: true, isMore: false }
  const found = await withActor(actor, (tx) =>
    tx.execute<Raw>(sql`${sources[table]} where ${between(days[table], filter)} and ${condition}
      ${column && dimension !== 'all' ? sql`and ${column} = ${value}` : sql``} order by ${days[table]} desc limit ${most + 1}`),
  )
  const rows = [...found].slice(0, most).map(
    (row): RecordRow => ({
      id: isHidden ? null : row.id,
      href: isHidden ? null : hrefs[table](row),
      label: isHidden ? { en: pseudonym(row.id), ar: pseudonym(row.id) } : { en: row.en, ar: row.ar },
      forum: !isHidden && row.forum_en && row.forum_ar ? { en: row.forum_en, ar: row.forum_ar } : null,
      kind: row.kind,
      status: row.status,
      on: isHidden ? `${row.on.slice(0, 7)}-01` : row.on,
    }),
  )
  return { rows, isTooFew: false, isMore: found.length > most }
}
