import { eq } from 'drizzle-orm'
import { businessPlanLines, businessPlanMilestones, businessPlanMonths, businessPlans } from '../../db/schema/plans'
import { recordEvent } from '../cases/events'
import { holdersOf, notify } from '../cases/notify'
import { touch, transition } from '../cases/transition'
import { type Context, command } from '../commands/command'
import { InvalidField, Refused, refuse } from '../commands/result'
import { newId } from '../ids'
import { dayAfter, daysFor } from './application-commands'
import { readMilestones, readMonths, readPlan, readPlanLines, readPlanNeeds } from './card-plan'
import { loadGrant } from './load'
import { planGaps } from './plan-gaps'
import { planSchema } from './plan-schema'
import { planTotal } from './plan-total'
import { canPrepare } from './policy'
import { caseRefSchema } from './schemas'

/** Saves the business plan with its tables; only while the plan is being written. What is missing may come later. */
export const savePlan = command({
  name: 'grants.save_plan',
  input: planSchema,
  load: loadGrant,
  allow: canPrepare,
  async run(context, input, grant) {
    if (grant.status !== 'business_plan') refuse('grants.refused.not_editable')
    if (input.currency !== grant.currency) throw new InvalidField({ currency: 'plan.errors.currency' })
    if (!Number.isSafeInteger(planTotal(input.lines))) throw new InvalidField({ lines: 'errors.money' })
    const { caseId, version: _version, currency: _currency, lines, months, milestones, ...plan } = input
    const saved = { ...plan, savedBy: context.actor.userId, savedAt: context.now }
    const touched = await touch(context, grant)
    await context.tx
      .insert(businessPlans)
      .values({ caseId, ...saved })
      .onConflictDoUpdate({ target: businessPlans.caseId, set: saved })
    await replaceTables(context, caseId, { lines, months, milestones })
    await recordEvent(context, touched, 'details_changed', { fields: ['plan'] })
    return { caseId }
  },
})

type Tables = {
  lines: readonly Omit<typeof businessPlanLines.$inferInsert, 'id' | 'caseId' | 'position'>[]
  months: readonly Omit<typeof businessPlanMonths.$inferInsert, 'caseId'>[]
  milestones: readonly Omit<typeof businessPlanMilestones.$inferInsert, 'id' | 'caseId' | 'position'>[]
}

/** The rows of a plan have no life of their own: what was saved before gives way. */
async function replaceTables({ tx, now }: Context, caseId: string, { lines, months, milestones }: Tables) {
  await Promise.all([
    tx.delete(businessPlanLines).where(eq(businessPlanLines.caseId, caseId)),
    tx.delete(businessPlanMonths).where(eq(businessPlanMonths.caseId, caseId)),
    tx.delete(businessPlanMilestones).where(eq(businessPlanMilestones.caseId, caseId)),
  ])
  await tx
    .insert(businessPlanLines)
    .values(lines.map((row, position) => ({ id: newId(now), caseId, position, ...row })))
  if (months.length > 0) await tx.insert(businessPlanMonths).values(months.map((row) => ({ caseId, ...row })))
  if (milestones.length > 0)
    await tx
      .insert(businessPlanMilestones)
      .values(milestones.map((row, index) => ({ id: newId(now), caseId, position: index + 1, ...row })))
}

/** Hands the plan to the committee once it is complete; says everything that it lacks at once. */
export const completePlan = command({
  name: 'grants.complete_plan',
  input: caseRefSchema,
  load: loadGrant,
  allow: canPrepare,
  async run(context, _input, grant) {
    const { tx } = context
    const [[plan], lines, months, milestones, [needs]] = await Promise.all([
      readPlan(tx, grant.id),
      readPlanLines(tx, grant.id),
      readMonths(tx, grant.id),
      readMilestones(tx, grant.id),
      readPlanNeeds(tx, grant.id),
    ])
    if (!plan || !needs) refuse('plan.refused.not_written')
    const gaps = planGaps({ ...needs, ownContributionMinor: plan.ownContributionMinor, lines, months, milestones })
    if (gaps.length > 0) throw new Refused(gaps)
    await transition(context, grant, 'complete_plan', 'committee_review', {
      dueOn: dayAfter(context.now, daysFor.committee_review),
    })
    await notify(
      context,
      await holdersOf(context, 'supervisor', { programme: 'livelihoods', teamId: grant.teamId }),
      'grant_for_committee',
      grant.id,
    )
    return { caseId: grant.id }
  },
})
