import { and, asc, eq, sql } from 'drizzle-orm'
import { withActor } from '../../db/client'
import { savedViews } from '../../db/schema/records'
import type { Actor } from '../auth/actor'
import { type Cursor, type Page, pageOf, scopedCaseIds } from '../cases/scope'
import { fullNameSql } from '../people/name-sql'
import type { GrantStatus } from './machine'

export type GrantRow = {
  id: string
  reference: string
  status: GrantStatus
  name: string
  amountMinor: number
  currency: 'IQD' | 'USD'
  caseworker: string | null
  dueOn: string | null
  place: { en: string; ar: string }
}

export type GrantFilter = Cursor & { statuses?: GrantStatus[]; mine?: boolean }

type Raw = {
  id: string
  reference: string
  status: GrantStatus
  name: string
  amount_minor: string
  currency: 'IQD' | 'USD'
  caseworker: string | null
  due_on: string | null
  place_en: string
  place_ar: string
}

/** One page of grants in scope, newest first, and the actor's saved views of this list, in one round trip. */
export function listGrants(
  actor: Actor,
  filter: GrantFilter,
): Promise<Page<GrantRow> & { views: { id: string; name: string; query: string }[] }> {
  return withActor(actor, async (tx) => {
    const [found, views] = await Promise.all([
      tx.execute<Raw>(sql`
        select c.id, c.reference, c.status, ${fullNameSql} as name, g.amount_minor, g.currency, u.name as caseworker,
          c.due_on::text as due_on, l.name_en as place_en, l.name_ar as place_ar
        from (${scopedCaseIds(actor, { programme: 'livelihoods', ...filter })}) k
        join cases c on c.id = k.id join grants g on g.case_id = c.id join people p on p.id = g.person_id
        join locations l on l.pcode = c.location_pcode left join users u on u.id = c.caseworker_id
        order by c.id ${filter.before ? sql`asc` : sql`desc`}`),
      tx
        .select({ id: savedViews.id, name: savedViews.name, query: savedViews.query })
        .from(savedViews)
        .where(and(eq(savedViews.userId, actor.userId), eq(savedViews.screen, 'grants')))
        .orderBy(asc(savedViews.name)),
    ])
    const rows = [...found].map((row) => ({
      id: row.id,
      reference: row.reference,
      status: row.status,
      name: row.name,
      amountMinor: Number(row.amount_minor),
      currency: row.currency,
      caseworker: row.caseworker,
      dueOn: row.due_on,
      place: { en: row.place_en, ar: row.place_ar },
    }))
    return { ...pageOf(rows, filter), views }
  })
}
