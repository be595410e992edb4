import { type SQL, sql } from 'drizzle-orm'
import { withActor } from '../../db/client'
import type { Actor } from '../auth/actor'
import { arrayOf, type Cursor, type Page, pageOf, scopedCaseIds } from '../cases/scope'
import type { Named } from '../i18n/in-locale'
import { fullNameSql } from '../people/name-sql'
import type { HealthService, ReferralPriority } from './domain'
import { type ReferralStatus, unseenStatuses } from './machine'

export type ReferralRow = {
  id: string
  reference: string
  status: ReferralStatus
  priority: ReferralPriority
  service: HealthService
  name: string
  facility: Named
  caseworker: string | null
  dueAt: Date | null
}

export type ReferralFilter = Cursor & { statuses?: ReferralStatus[]; mine?: boolean; overdue?: boolean }

type Raw = {
  id: string
  reference: string
  status: ReferralStatus
  priority: ReferralPriority
  service: HealthService
  name: string
  facility_en: string
  facility_ar: string
  caseworker: string | null
  due_at: string | null
}

/** The rows of these cases, as SQL; no medical fact is among the columns. */
export const referralRows = (ids: SQL) => sql`
  select c.id, c.reference, c.status, r.priority, r.service, ${fullNameSql} as name, f.name_en as facility_en, f.name_ar as facility_ar,
    u.name as caseworker, r.due_at
  from (${ids}) k join cases c on c.id = k.id join referrals r on r.case_id = c.id join people p on p.id = r.person_id
  join facilities f on f.id = r.facility_id left join users u on u.id = c.caseworker_id`

export const referralRowOf = (row: Raw): ReferralRow => ({
  id: row.id,
  reference: row.reference,
  status: row.status,
  priority: row.priority,
  service: row.service,
  name: row.name,
  facility: { en: row.facility_en, ar: row.facility_ar },
  caseworker: row.caseworker,
  dueAt: row.due_at ? new Date(row.due_at) : null,
})

/** The longest overdue of the teams that the actor reaches: each team and status walks its own index by due day and stops. */
export function overdueIds(actor: Actor, most: number): SQL {
  const teams =
    actor.scope === 'all' ? sql`select id from teams` : sql`select unnest(${arrayOf(actor.teams)}::uuid[]) as id`
  return sql`select k.id from (${teams}) t cross join unnest(${arrayOf(unseenStatuses)}::text[]) s(status) cross join lateral (
      select c.id, c.due_on from cases c where c.team_id = t.id and c.status = s.status and c.programme = 'health'
        and c.closed_at is null and c.due_on <= app_today() order by c.due_on limit ${most}) k
    join referrals r on r.case_id = k.id and r.due_at < app_now() order by r.due_at limit ${most}`
}

const mostOverdue = 100

/** One page of referrals in scope, newest first; or the hundred longest overdue. */
export function listReferrals(actor: Actor, filter: ReferralFilter): Promise<Page<ReferralRow>> {
  return withActor(actor, async (tx) => {
    if (filter.overdue) {
      const found = await tx.execute<Raw>(sql`${referralRows(overdueIds(actor, mostOverdue))} order by r.due_at`)
      return { rows: [...found].map(referralRowOf), previous: null, next: null }
    }
    const ids = scopedCaseIds(actor, { programme: 'health', ...filter })
    const found = await tx.execute<Raw>(sql`${referralRows(ids)} order by c.id ${filter.before ? sql`asc` : sql`desc`}`)
    return pageOf([...found].map(referralRowOf), filter)
  })
}
