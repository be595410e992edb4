import { desc, eq, sql } from 'drizzle-orm'
import { type Tx, withActor } from '../../../db/client'
import { forums } from '../../../db/schema/forums'
import { safetyPlans } from '../../../db/schema/safety-plans'
import { users } from '../../../db/schema/users'
import type { Actor } from '../../auth/actor'
import type { Severity } from '../concerns/domain'
import { readEvents } from '../event-query'
import { readForum } from '../load'

export type Measure = {
  id: string
  position: number
  case_id: string | null
  reference: string | null
  /** The concern's line, where the reader may see the concern. */
  summary: string | null
  priority: Severity
  measure: string
  responsible: string
  review_on: string
  reviewed_on: string | null
  finding: string
}

async function readMeasures(tx: Tx, planId: string): Promise<Measure[]> {
  const rows = await tx.execute<Measure>(sql`
    select m.id, m.position, m.case_id, c.reference, t.summary, m.priority, m.measure, m.responsible, m.review_on::text,
      m.reviewed_on::text, m.finding
    from safety_measures m left join cases c on c.id = m.case_id left join concern_texts t on t.case_id = m.case_id
    where m.plan_id = ${planId}::uuid order by array_position('{critical,high,medium,low}', m.priority), m.position`)
  return [...rows]
}

type OpenConcern = { id: string; reference: string; summary: string; severity: Severity }

/** What a measure can answer: concerns of the forum that are triaged and open, the gravest first. */
async function readOpenConcerns(tx: Tx, planId: string): Promise<OpenConcern[]> {
  const rows = await tx.execute<OpenConcern>(sql`
    select c.id, c.reference, t.summary, n.severity from safety_plans p join concerns n on n.forum_id = p.forum_id
    join cases c on c.id = n.case_id join concern_texts t on t.case_id = c.id
    where p.id = ${planId}::uuid and c.closed_at is null and c.status not in ('raised', 'triage')
    order by array_position('{critical,high,medium,low}', n.severity), c.id desc limit 60`)
  return [...rows]
}

export type PlanStatus = 'draft' | 'adopted'

/** A plan with its measures, what can be added, and what happened; null when it does not exist for this actor. */
export function getPlan(actor: Actor, forumId: string, planId: string) {
  return withActor(actor, async (tx) => {
    const [forum, [plan], measures, concerns, events] = await Promise.all([
      readForum(tx, forumId),
      tx
        .select({
          id: safetyPlans.id,
          forumId: safetyPlans.forumId,
          startsOn: safetyPlans.startsOn,
          endsOn: safetyPlans.endsOn,
          situation: safetyPlans.situation,
          adoptedOn: safetyPlans.adoptedOn,
          adoptedBy: users.name,
          createdBy: safetyPlans.createdBy,
          version: safetyPlans.version,
          nameEn: forums.nameEn,
          nameAr: forums.nameAr,
          policeStation: forums.policeStation,
        })
        .from(safetyPlans)
        .innerJoin(forums, eq(forums.id, safetyPlans.forumId))
        .leftJoin(users, eq(users.id, safetyPlans.adoptedBy))
        .where(eq(safetyPlans.id, planId)),
      readMeasures(tx, planId),
      readOpenConcerns(tx, planId),
      readEvents<PlanStatus>(tx, planId),
    ])
    if (!forum || !plan || plan.forumId !== forum.id) return null
    return { forum, plan, measures, concerns, events }
  })
}
export type PlanPage = NonNullable<Awaited<ReturnType<typeof getPlan>>>

/** The forum of a new plan; null when it does not exist for this actor. */
export const getPlanForm = (actor: Actor, forumId: string) => withActor(actor, (tx) => readForum(tx, forumId))

/** The plans of a forum, the latest first, with how many measures wait for their review. */
export const readPlansOf = (tx: Tx, forumId: string) =>
  tx
    .select({
      id: safetyPlans.id,
      startsOn: safetyPlans.startsOn,
      endsOn: safetyPlans.endsOn,
      adoptedOn: safetyPlans.adoptedOn,
      // Written out: in a query of one table a column of drizzle has no table's name and would be the measure's own.
      measures: sql<number>`(select count(*)::integer from safety_measures m where m.plan_id = safety_plans.id)`,
      late: sql<number>`(select count(*)::integer from safety_measures m where m.plan_id = safety_plans.id
        and m.reviewed_on is null and m.review_on <= app_today())`,
    })
    .from(safetyPlans)
    .where(eq(safetyPlans.forumId, forumId))
    .orderBy(desc(safetyPlans.startsOn), desc(safetyPlans.id))
    .limit(12)
