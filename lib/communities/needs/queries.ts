import { eq, sql } from 'drizzle-orm'
import { type Tx, withActor } from '../../../db/client'
import { actionPlans, communityNeeds } from '../../../db/schema/action-plans'
import type { Actor } from '../../auth/actor'
import { readChainOfNeed } from '../../chain/read'
import type { NeedSector } from '../domain'
import { readCommunityEvents } from '../event-query'
import type { PlanStatus } from '../plans/machine'
import { readNeed } from './load'

const readRow = (tx: Tx, needId: string) =>
  tx
    .select({
      // The database's own CHECKs keep these lists.
      sector: sql<NeedSector>`${communityNeeds.sector}`,
      planStatus: sql<PlanStatus>`${actionPlans.status}`,
      ranking: sql<'simple' | 'scored'>`${actionPlans.ranking}`,
      titleAr: communityNeeds.titleAr,
      titleEn: communityNeeds.titleEn,
      description: communityNeeds.description,
      severity: communityNeeds.severity,
      people: communityNeeds.people,
      urgency: communityNeeds.urgency,
      feasibility: communityNeeds.feasibility,
      peopleAffected: communityNeeds.peopleAffected,
      outcome: communityNeeds.outcome,
      planReference: actionPlans.reference,
      planEn: actionPlans.titleEn,
      planAr: actionPlans.titleAr,
    })
    .from(communityNeeds)
    .innerJoin(actionPlans, eq(actionPlans.id, communityNeeds.planId))
    .where(eq(communityNeeds.id, needId))

type Choice = { value: string; label: string; kind: 'concern' | 'action' }

/** Concerns and actions that the need could answer: those of forums in its district which the actor sees, the newest first. */
async function readAnswerable(tx: Tx, needId: string): Promise<Choice[]> {
  const district = sql`(select p.district_pcode from community_needs n join action_plans p on p.id = n.plan_id where n.id = ${needId}::uuid)`
  const rows = await tx.execute<{ kind: 'concern' | 'action'; id: string; label: string }>(sql`
    (select 'concern' as kind, c.id, c.reference || ' · ' || t.summary as label from concerns o join forums f on f.id = o.forum_id
      join cases c on c.id = o.case_id join concern_texts t on t.case_id = c.id
      where f.district_pcode = ${district} and c.status not in ('raised', 'triage', 'duplicate', 'out_of_scope', 'restricted')
        and not exists (select from need_links k where k.need_id = ${needId}::uuid and k.case_id = c.id)
      order by c.id desc limit 60)
    union all
    (select 'action', a.id, a.title from forum_actions a join forums f on f.id = a.forum_id
      where f.district_pcode = ${district} and a.status <> 'cancelled'
        and not exists (select from need_links k where k.need_id = ${needId}::uuid and k.action_id = a.id)
      order by a.id desc limit 60)`)
  return [...rows].map(({ kind, id, label }) => ({ kind, value: `${kind}:${id}`, label }))
}

/** Everything that a need's page shows; null when it does not exist for this actor. */
export function getNeed(actor: Actor, needId: string) {
  return withActor(actor, async (tx) => {
    const [need, [row], chain, answerable, events] = await Promise.all([
      readNeed(tx, needId),
      readRow(tx, needId),
      readChainOfNeed(tx, needId),
      readAnswerable(tx, needId),
      readCommunityEvents(tx, needId),
    ])
    return need && row ? { need, row, ...chain, answerable, events } : null
  })
}
export type NeedPage = NonNullable<Awaited<ReturnType<typeof getNeed>>>
