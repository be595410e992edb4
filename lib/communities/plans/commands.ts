import { sql } from 'drizzle-orm'
import { actionPlans } from '../../../db/schema/action-plans'
import { may } from '../../auth/roles'
import { command } from '../../commands/command'
import { InvalidField } from '../../commands/result'
import { baghdadDay } from '../../format'
import { newId } from '../../ids'
import { recordCommunityEvent } from '../event'
import { insistOnPlace } from '../place'
import { canKeep } from '../policy'
import { changePlan, loadPlan, movePlan } from './load'
import {
  draftPlanSchema,
  editPlanSchema,
  endorsePlanSchema,
  planRefSchema,
  reviewPlanSchema,
  validatePlanSchema,
} from './schemas'

/** Begins the action plan of a community in one of the actor's teams. */
export const draftPlan = command({
  name: 'plans.draft',
  input: draftPlanSchema,
  allow: (actor, _none, input) => may(actor, 'communities.write') && actor.teams.includes(input.teamId),
  async run(context, input) {
    const { tx, actor, now } = context
    const districtPcode = await insistOnPlace(context, input.teamId, input.locationPcode)
    const planId = newId(now)
    const year = Number(baghdadDay(now).slice(0, 4))
    await tx.insert(actionPlans).values({
      id: planId,
      reference: sql`next_reference('PLN', ${year}::integer)`,
      status: 'drafting',
      ...input,
      districtPcode,
      createdBy: actor.userId,
      createdAt: now,
    })
    await recordCommunityEvent(context, { subject: 'plan', subjectId: planId, from: null, to: 'drafting' })
    return { planId }
  },
})

export const editPlan = command({
  name: 'plans.edit',
  input: editPlanSchema,
  load: loadPlan,
  allow: canKeep,
  async run(context, { planId: _id, version: _version, ...facts }, plan) {
    await insistOnPlace(context, plan.teamId, facts.locationPcode)
    return changePlan(context, plan, facts, { deed: 'edit' })
  },
})

function insistOnPast(field: string, day: string, now: Date): void {
  if (day > baghdadDay(now)) throw new InvalidField({ [field]: 'errors.dateFuture' })
}

/** The community found the order of its needs right, on a day and in the presence of these people. */
export const validatePlan = command({
  name: 'plans.validate',
  input: validatePlanSchema,
  load: loadPlan,
  allow: canKeep,
  run(context, { validatedOn, validatedBy }, plan) {
    insistOnPast('validatedOn', validatedOn, context.now)
    return movePlan(context, plan, 'validate', 'validated_by_community', { validatedOn, validatedBy })
  },
})

/** The authority endorsed it: who, on which day, and by which of the plan's documents. */
export const endorsePlan = command({
  name: 'plans.endorse',
  input: endorsePlanSchema,
  load: loadPlan,
  allow: canKeep,
  run(context, { endorsedBy, endorsedOn, endorsementId }, plan) {
    insistOnPast('endorsedOn', endorsedOn, context.now)
    return movePlan(context, plan, 'endorse', 'endorsed_by_authority', { endorsedBy, endorsedOn, endorsementId })
  },
})

export const activatePlan = command({
  name: 'plans.activate',
  input: planRefSchema,
  load: loadPlan,
  allow: canKeep,
  run: (context, _input, plan) => movePlan(context, plan, 'activate', 'active'),
})

/** Looks back with the community at what came of it. */
export const reviewPlan = command({
  name: 'plans.review',
  input: reviewPlanSchema,
  load: loadPlan,
  allow: canKeep,
  run(context, { reviewedOn, review }, plan) {
    insistOnPast('reviewedOn', reviewedOn, context.now)
    return movePlan(context, plan, 'review', 'reviewed', { reviewedOn, review })
  },
})

export const archivePlan = command({
  name: 'plans.archive',
  input: planRefSchema,
  load: loadPlan,
  allow: canKeep,
  run: (context, _input, plan) => movePlan(context, plan, 'archive', 'archived'),
})
