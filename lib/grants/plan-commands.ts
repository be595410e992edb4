import { eq } from 'drizzle-orm'
import { grants } from '../../db/schema/grants'
import { businessPlanLines, businessPlans } from '../../db/schema/plans'
import { recordEvent } from '../cases/events'
import { holdersOf, notify } from '../cases/notify'
import { touch, transition } from '../cases/transition'
import { command } from '../commands/command'
import { InvalidField, refuse } from '../commands/result'
import { newId } from '../ids'
import { dayAfter, daysFor } from './application-commands'
import { loadGrant } from './load'
import { planTotal } from './plan-total'
import { canPrepare } from './policy'
import { caseRefSchema, planSchema } from './schemas'

/** Saves the business plan with its budget lines; only while the plan is being written. */
export const savePlan = command({
  name: 'grants.save_plan',
  input: planSchema,
  load: loadGrant,
  allow: canPrepare,
  async run(context, input, grant) {
    if (grant.status !== 'business_plan') refuse('grants.refused.not_editable')
    if (input.currency !== grant.currency) throw new InvalidField({ currency: 'grants.errors.planCurrency' })
    if (!Number.isSafeInteger(planTotal(input.lines))) throw new InvalidField({ lines: 'errors.money' })
    const { caseId, version: _version, currency: _currency, lines, ...plan } = input
    const saved = { ...plan, savedBy: context.actor.userId, savedAt: context.now }
    const touched = await touch(context, grant)
    await context.tx
      .insert(businessPlans)
      .values({ caseId, ...saved })
      .onConflictDoUpdate({ target: businessPlans.caseId, set: saved })
    await context.tx.delete(businessPlanLines).where(eq(businessPlanLines.caseId, caseId))
    await context.tx
      .insert(businessPlanLines)
      .values(lines.map((line, position) => ({ id: newId(context.now), caseId, position, ...line })))
    await recordEvent(context, touched, 'details_changed', { fields: ['plan'] })
    return { caseId }
  },
})

/** Hands the plan to the decision: it must cover the request together with the own contribution. */
export const completePlan = command({
  name: 'grants.complete_plan',
  input: caseRefSchema,
  load: loadGrant,
  allow: canPrepare,
  async run(context, _input, grant) {
    const [plan, lines] = await Promise.all([
      context.tx
        .select({ own: businessPlans.ownContributionMinor, amountMinor: grants.amountMinor })
        .from(businessPlans)
        .innerJoin(grants, eq(grants.caseId, businessPlans.caseId))
        .where(eq(businessPlans.caseId, grant.id)),
      context.tx
        .select({ quantity: businessPlanLines.quantity, unitPriceMinor: businessPlanLines.unitPriceMinor })
        .from(businessPlanLines)
        .where(eq(businessPlanLines.caseId, grant.id)),
    ])
    const saved = plan[0]
    if (!saved || lines.length === 0) refuse('grants.refused.no_plan')
    if (planTotal(lines) < saved.amountMinor + saved.own) refuse('grants.refused.plan_too_small')
    await transition(context, grant, 'complete_plan', 'committee_review', {
      dueOn: dayAfter(context.now, daysFor.committee_review),
    })
    await notify(context, await holdersOf(context, 'supervisor', grant.teamId), 'grant_for_committee', grant.id)
    return { caseId: grant.id }
  },
})
