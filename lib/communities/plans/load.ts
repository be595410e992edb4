import { and, eq, sql } from 'drizzle-orm'
import type { Tx } from '../../../db/client'
import { actionPlans } from '../../../db/schema/action-plans'
import type { Placed } from '../../auth/actor'
import { canGo } from '../../cases/machine'
import type { Context } from '../../commands/command'
import { Conflict, refuse } from '../../commands/result'
import { recordCommunityEvent } from '../event'
import type { Ranking } from './domain'
import { type PlanDeed, type PlanStatus, planMachine } from './machine'

/** An action plan as a command works on it. It belongs to no programme: all staff read it. */
export type LoadedPlan = Placed & {
  id: string
  reference: string
  status: PlanStatus
  ranking: Ranking
  version: number
  endorsementId: string | null
}

const selectPlan = (tx: Tx, planId: string) =>
  tx
    .select({
      id: actionPlans.id,
      reference: actionPlans.reference,
      // The database's own CHECKs keep these lists.
      status: sql<PlanStatus>`${actionPlans.status}`,
      ranking: sql<Ranking>`${actionPlans.ranking}`,
      version: actionPlans.version,
      endorsementId: actionPlans.endorsementId,
      teamId: actionPlans.teamId,
      districtPcode: actionPlans.districtPcode,
      createdBy: actionPlans.createdBy,
      caseworkerId: sql<null>`null`,
    })
    .from(actionPlans)
    .where(eq(actionPlans.id, planId))

/** One plan; null when it does not exist for this actor. */
export async function readPlan(tx: Tx, planId: string): Promise<LoadedPlan | null> {
  const [row] = await selectPlan(tx, planId)
  return row ?? null
}

/** As `readPlan`, locked. For a deed that does not depend on what the plan says. */
export async function lockPlan({ tx }: Context, planId: string): Promise<LoadedPlan | null> {
  const [row] = await selectPlan(tx, planId).for('update')
  return row ?? null
}

/** `load` of every command that changes a plan: locks it and insists that it is still as the form saw it. */
export async function loadPlan(
  context: Context,
  input: { planId: string; version: number },
): Promise<LoadedPlan | null> {
  const plan = await lockPlan(context, input.planId)
  if (plan && plan.version !== input.version) throw new Conflict()
  return plan
}

type Facts = Partial<typeof actionPlans.$inferInsert>
type Said = Record<string, string | number | boolean>

/** Writes facts of a plan that is still as it was read, and what happened. Throws Conflict when someone was faster. */
export async function changePlan(
  context: Context,
  plan: LoadedPlan,
  facts: Facts,
  data: Said,
  to: string = plan.status,
): Promise<{ planId: string }> {
  const rows = await context.tx
    .update(actionPlans)
    .set({ ...facts, status: to, version: sql`${actionPlans.version} + 1` })
    .where(and(eq(actionPlans.id, plan.id), eq(actionPlans.version, plan.version)))
    .returning({ id: actionPlans.id })
  if (rows.length === 0) throw new Conflict()
  await recordCommunityEvent(context, { subject: 'plan', subjectId: plan.id, from: plan.status, to, data })
  return { planId: plan.id }
}

/** Takes one step of the machine. */
export function movePlan(
  context: Context,
  plan: LoadedPlan,
  deed: PlanDeed,
  to: PlanStatus,
  facts: Facts = {},
): Promise<{ planId: string }> {
  if (!canGo(planMachine, deed, plan.status, to)) refuse('cases.refused.not_now')
  return changePlan(context, plan, facts, { deed }, to)
}
