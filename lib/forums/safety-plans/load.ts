import { and, eq, sql } from 'drizzle-orm'
import { forums } from '../../../db/schema/forums'
import { safetyPlans } from '../../../db/schema/safety-plans'
import { type Actor, type Placed, reaches } from '../../auth/actor'
import type { Context, Permission } from '../../commands/command'
import { Conflict } from '../../commands/result'
import { recordForumEvent } from '../event'

/** A security safety plan as a command works on it. */
export type LoadedPlan = Placed & {
  id: string
  programme: 'policing'
  forumId: string
  version: number
  startsOn: string
  endsOn: string
  adoptedOn: string | null
}

/** `load` of every command on a plan: locks it and insists that it is still as the form saw it. */
export async function loadPlan(
  { tx }: Context,
  input: { planId: string; version: number },
): Promise<LoadedPlan | null> {
  const [plan] = await tx
    .select({
      id: safetyPlans.id,
      forumId: safetyPlans.forumId,
      version: safetyPlans.version,
      startsOn: safetyPlans.startsOn,
      endsOn: safetyPlans.endsOn,
      adoptedOn: safetyPlans.adoptedOn,
      createdBy: safetyPlans.createdBy,
      teamId: forums.teamId,
      districtPcode: forums.districtPcode,
    })
    .from(safetyPlans)
    .innerJoin(forums, eq(forums.id, safetyPlans.forumId))
    .where(eq(safetyPlans.id, input.planId))
    .for('update', { of: safetyPlans })
  if (!plan) return null
  if (plan.version !== input.version) throw new Conflict()
  return { ...plan, caseworkerId: null, programme: 'policing' }
}

type Shown = Placed & { programme: 'policing' }

/** Write a plan and look at its measures again: anyone of the forum's team. */
export const canWritePlan = (actor: Actor, plan: Shown): boolean => reaches(actor, 'forums.write', plan)

/** Write down that the forum adopted it: a supervisor of the team who did not write it. The database asks the same. */
export function canAdopt(actor: Actor, plan: Shown): Permission {
  if (!reaches(actor, 'forums.approve', plan) || !actor.teams.includes(plan.teamId)) return false
  return plan.createdBy !== actor.userId || [{ key: 'safetyPlans.refused.own_plan' }]
}

type Facts = Partial<typeof safetyPlans.$inferInsert>

/** Counts a change of a plan that is still as it was read, and writes what happened. Throws Conflict when someone was faster. */
export async function changePlan(
  context: Context,
  plan: LoadedPlan,
  facts: Facts,
  data: Record<string, string | number>,
): Promise<{ forumId: string; planId: string }> {
  const rows = await context.tx
    .update(safetyPlans)
    .set({ ...facts, version: sql`${safetyPlans.version} + 1` })
    .where(and(eq(safetyPlans.id, plan.id), eq(safetyPlans.version, plan.version)))
    .returning({ id: safetyPlans.id })
  if (rows.length === 0) throw new Conflict()
  const { forumId, id: subjectId } = plan
  const from = plan.adoptedOn ? 'adopted' : 'draft'
  const to = plan.adoptedOn || facts.adoptedOn ? 'adopted' : 'draft'
  await recordForumEvent(context, { forumId, subject: 'safety_plan', subjectId, from, to, data })
  return { forumId, planId: plan.id }
}
