import { withActor } from '../../db/client'
import type { Actor } from '../auth/actor'
import { readMilestones, readMonths, readPlan, readPlanLines, readPlanNeeds } from './card-plan'
import { readGrant } from './load'

/** The business plan as it stands, for its form; `plan` is null before the first save. */
export function getPlan(actor: Actor, caseId: string) {
  return withActor(actor, async (tx) => {
    const [grant, [plan], lines, months, milestones, [needs]] = await Promise.all([
      readGrant(tx, caseId),
      readPlan(tx, caseId),
      readPlanLines(tx, caseId),
      readMonths(tx, caseId),
      readMilestones(tx, caseId),
      readPlanNeeds(tx, caseId),
    ])
    return grant && needs ? { grant, needs, plan: plan ?? null, lines, months, milestones } : null
  })
}
