import { type SQL, sql } from 'drizzle-orm'
import type { Actor } from '../../auth/actor'
import { arrayOf, pageSize } from '../../cases/scope'
import type { DisplacementStatus, Sex } from '../../people/domain'
import { type DisabilityAnswer, firstDay, type SumDimension, type VisitKind } from './domain'

/** Whose lines are looked for behind a number; `month` is the first of a month, `from` and `to` too. */
export type RegisterFilter = {
  facility?: string | undefined
  from?: string | undefined
  to?: string | undefined
  sex?: Sex | undefined
  ageBand?: string | undefined
  displacement?: DisplacementStatus | undefined
  disability?: DisabilityAnswer | undefined
  category?: string | undefined
  visit?: VisitKind | undefined
  /** `2026-11-24_<id>`: newest day first from here on, or back. */
  after?: string | undefined
  before?: string | undefined
}

/** What lines are narrowed by: the dimension of the totals, the value there, and the same of a line. */
function narrowed(filter: RegisterFilter): { dimension: SumDimension; value: string; ofLine: SQL }[] {
  const { sex, ageBand, displacement, disability, category, visit } = filter
  const all: [SumDimension, string | undefined, SQL][] = [
    ['sex', sex, sql`c.sex = ${sex}`],
    ['age_band', ageBand, sql`age_band_of(c.age_years) = ${ageBand}`],
    ['displacement', displacement, sql`c.displacement = ${displacement}`],
    ['disability', disability, sql`c.disability = ${disability}`],
    ['category', category, sql`c.category_code = ${category}`],
    ['visit', visit, sql`c.is_new = ${visit === 'new'}`],
  ]
  return all.flatMap(([dimension, value, ofLine]) => (value ? [{ dimension, value, ofLine }] : []))
}

function ofRegisters({ facility, from, to, after, before }: RegisterFilter): SQL {
  const at = before ?? after
  const edge = at
    ? sql`and (r.held_on, r.id) ${before ? sql`>` : sql`<`} (${at.slice(0, 10)}::date, ${at.slice(11)}::uuid)`
    : sql``
  return sql`r.withdrawn_at is null ${facility ? sql`and r.facility_id = ${facility}::uuid` : sql``}
    ${from ? sql`and r.held_on >= ${from}::date` : sql``}
    ${to ? sql`and r.held_on < (${to}::date + interval '1 month')::date` : sql``} ${edge}`
}

/**
 * The months of a page of team `t` in which the totals know of such lines; one thing at a time, so that it may be too many.
 * One look through the index for all of them: asked for by `exists`, each is joined to each.
 */
function monthsOf(filter: RegisterFilter): SQL {
  const { facility, from = firstDay, to, after, before } = filter
  const known = [...narrowed(filter), ...(facility ? [{ dimension: 'facility', value: facility }] : [])]
  const pairs = known.map(({ dimension, value }) => sql`(${dimension}, ${value})`)
  const first = before ? sql`greatest(${from}::date, ${before.slice(0, 10)}::date)` : sql`${from}::date`
  const last = sql`least(${to ?? null}::date, ${after?.slice(0, 10) ?? null}::date, app_today())`
  return sql`select s.month, (s.month + interval '1 month')::date as past from consultation_sums s
    where s.team_id = t.team_id and s.month >= date_trunc('month', ${first})::date and s.month <= ${last} and s.count > 0
      and (s.dimension, s.value) in (${sql.join(pairs, sql`, `)})
    group by s.month having count(*) = ${known.length} order by s.month ${before ? sql`asc` : sql`desc`}`
}

/**
 * The ids of one page: each team walks its own index by day from the cursor on and stops after a page. Narrowed to some lines it
 * goes month by month, and only through those that the totals know to have such lines: a rare one is found without reading all.
 */
export function registerIds(actor: Actor, filter: RegisterFilter): SQL {
  const order = filter.before ? sql`asc` : sql`desc`
  const lines = narrowed(filter).map(({ ofLine }) => ofLine)
  const end = sql`order by k.held_on ${order}, k.id ${order} limit ${pageSize + 1}`
  const walk = (
    condition: SQL,
    count: SQL,
  ) => sql`select r.id, r.held_on, n.n from consultation_registers r cross join lateral (${count}) n
    where ${condition} and ${ofRegisters(filter)} and n.n > 0 order by r.held_on ${order}, r.id ${order} limit ${pageSize + 1}`
  const teams =
    actor.scope === 'all'
      ? sql`select id as team_id from teams`
      : sql`select unnest(${arrayOf(actor.teams)}::uuid[]) as team_id`
  if (lines.length === 0) {
    const all = sql`select r.row_count as n`
    if (actor.scope === 'all') return walk(sql`true`, all)
    return sql`select k.* from (${teams}) t cross join lateral (${walk(sql`r.team_id = t.team_id`, all)}) k ${end}`
  }
  const ofMonth = sql`r.team_id = t.team_id and r.held_on >= m.month and r.held_on < m.past`
  const counted = sql`select count(*)::integer as n from consultations c where c.register_id = r.id and ${sql.join(lines, sql` and `)}`
  return sql`select k.* from (${teams}) t cross join lateral (
      select w.* from (${monthsOf(filter)}) m cross join lateral (${walk(ofMonth, counted)}) w
      order by m.month ${order}, w.held_on ${order}, w.id ${order} limit ${pageSize + 1}) k ${end}`
}
