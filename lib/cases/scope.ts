import { type SQL, sql } from 'drizzle-orm'
import type { Actor } from '../auth/actor'

/** Newest first from here on, or back towards newer ones. The key is the id itself: UUID v7 is an order in time. */
export type Cursor = { after?: string | undefined; before?: string | undefined }

export type CaseFilter = Cursor & {
  programme: string
  statuses?: readonly string[]
  /** Only cases whose caseworker is the actor. */
  mine?: boolean
}

export const pageSize = 25

/** A list as one parameter. The values are ids, P-codes and statuses of our own: no quoting needed. */
export const arrayOf = (values: readonly string[]) => `{${values.join(',')}}`

/**
 * The ids of one page of cases in the actor's scope, as a subquery `select id`. Each key of the scope (a team, a district)
 * and each status walks its own index from the cursor on and stops after a page, so the time does not grow with the table;
 * row-level security asks the same again for each row that comes back.
 */
export function scopedCaseIds(actor: Actor, filter: CaseFilter): SQL {
  const { programme, statuses = [], after, before } = filter
  const direction = before ? sql`asc` : sql`desc`
  const cursor = before ? sql`and c.id > ${before}::uuid` : after ? sql`and c.id < ${after}::uuid` : sql``
  const status = statuses.length > 0 ? sql`and c.status = s.status` : sql``
  const each = statuses.length > 0 ? sql`cross join unnest(${arrayOf(statuses)}::text[]) s(status)` : sql``
  const walk = (keys: SQL, condition: SQL) => sql`
    select k.id from ${keys} ${each} cross join lateral (
      select c.id from cases c where c.programme = ${programme} and ${condition} ${status} ${cursor}
      order by c.id ${direction} limit ${pageSize + 1}) k
    order by k.id ${direction} limit ${pageSize + 1}`
  const one = sql`(select 1) as one`
  if (filter.mine) return walk(one, sql`c.caseworker_id = ${actor.userId}::uuid`)
  switch (actor.scope) {
    case 'all':
      return walk(one, sql`true`)
    case 'area':
      return walk(sql`unnest(${arrayOf(actor.areas)}::text[]) t(district)`, sql`c.district_pcode = t.district`)
    case 'team':
      return walk(sql`unnest(${arrayOf(actor.teams)}::uuid[]) t(team_id)`, sql`c.team_id = t.team_id`)
    case 'own':
      return walk(one, sql`c.caseworker_id = ${actor.userId}::uuid`)
    case 'none':
      return sql`select null::uuid as id where false`
  }
}

export type Page<Row> = { rows: Row[]; previous: string | null; next: string | null }

/** Cuts the row too many off a page that was read in either direction, and says where the neighbours begin. */
export function pageOf<Row extends { id: string }>(found: Row[], cursor: Cursor): Page<Row> {
  const hasMore = found.length > pageSize
  const kept = found.slice(0, pageSize)
  const rows = cursor.before ? kept.reverse() : kept
  const first = rows[0]?.id ?? null
  const last = rows.at(-1)?.id ?? null
  return {
    rows,
    previous: (cursor.before ? hasMore : Boolean(cursor.after)) ? first : null,
    next: (cursor.before ? true : hasMore) ? last : null,
  }
}
