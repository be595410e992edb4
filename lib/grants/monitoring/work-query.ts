import { sql } from 'drizzle-orm'
import type { Tx } from '../../../db/client'
import type { Actor } from '../../auth/actor'
import { may } from '../../auth/roles'
import { fullNameSql } from '../../people/name-sql'

export type VisitWork = { id: string; case_id: string; reference: string; name: string; month: number; due_on: string }
export type SafetyWork = { id: string; reference: string; name: string; raised_on: string }

const most = 8

/** Visits of the actor's own grants that are due within two weeks or overdue, the oldest first. */
async function readVisitWork(tx: Tx, actor: Actor): Promise<VisitWork[]> {
  if (!may(actor, 'monitoring.record')) return []
  const rows = await tx.execute<VisitWork>(sql`
    select v.id, v.case_id, c.reference, ${fullNameSql} as name, v.month, v.due_on::text
    from cases c join monitoring_visits v on v.case_id = c.id join grants g on g.case_id = c.id join people p on p.id = g.person_id
    where c.caseworker_id = ${actor.userId}::uuid and c.programme = 'livelihoods' and c.status in ('disbursing', 'suspended', 'monitoring')
      and v.visited_on is null and v.is_in_sample and v.due_on <= app_today() + 14
    order by v.due_on, v.id limit ${most}`)
  return [...rows]
}

/** Open worries about safety; row-level security leaves them to the team's supervisors. */
async function readSafetyWork(tx: Tx, actor: Actor): Promise<SafetyWork[]> {
  if (!may(actor, 'safety.read')) return []
  const rows = await tx.execute<SafetyWork>(sql`
    select s.id, c.reference, u.name, to_char(s.raised_at at time zone 'Asia/Baghdad', 'YYYY-MM-DD') as raised_on
    from safety_concerns s join cases c on c.id = s.case_id join users u on u.id = s.raised_by
    where s.handled_at is null order by s.id limit ${most}`)
  return [...rows]
}

/** What the visits after the payment bring into the actor's day. */
export async function readMonitoringWork(tx: Tx, actor: Actor) {
  const [visits, safety] = await Promise.all([readVisitWork(tx, actor), readSafetyWork(tx, actor)])
  return { visits, safety }
}
