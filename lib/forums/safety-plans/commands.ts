import { and, eq, sql } from 'drizzle-orm'
import { safetyMeasures, safetyPlans } from '../../../db/schema/safety-plans'
import { command } from '../../commands/command'
import { InvalidField, NotFound, refuse } from '../../commands/result'
import { baghdadDay } from '../../format'
import { newId } from '../../ids'
import { recordForumEvent } from '../event'
import { readForum } from '../load'
import { canKeep } from '../policy'
import { canAdopt, canWritePlan, changePlan, type LoadedPlan, loadPlan } from './load'
import {
  addMeasureSchema,
  adoptPlanSchema,
  editPlanSchema,
  measureRefSchema,
  reviewMeasureSchema,
  writePlanSchema,
} from './schemas'

/** Measures that a plan can hold. */
const mostMeasures = 60

function insistOnDays({ startsOn, endsOn }: { startsOn: string; endsOn: string }): void {
  if (endsOn <= startsOn) throw new InvalidField({ endsOn: 'safetyPlans.errors.ends' })
}

/** Reviews fall into the time of the plan. */
function insistOnReview(plan: LoadedPlan, field: 'reviewOn' | 'againOn', day: string): void {
  if (day < plan.startsOn || day > plan.endsOn) throw new InvalidField({ [field]: 'safetyPlans.errors.review' })
}

const insistOnDraft = (plan: LoadedPlan) => plan.adoptedOn && refuse('safetyPlans.refused.adopted')

/** Begins a plan of a forum for a time; its measures follow. */
export const writePlan = command({
  name: 'safety_plans.write',
  input: writePlanSchema,
  load: (context, input) => readForum(context.tx, input.forumId),
  allow: canKeep,
  async run(context, input, forum) {
    const { tx, actor, now } = context
    insistOnDays(input)
    if (!['endorsed', 'active', 'dormant'].includes(forum.status)) refuse('safetyPlans.refused.forum_over')
    const planId = newId(now)
    await tx.insert(safetyPlans).values({ id: planId, ...input, createdBy: actor.userId, createdAt: now })
    const about = { forumId: forum.id, subject: 'safety_plan', subjectId: planId } as const
    await recordForumEvent(context, { ...about, from: null, to: 'draft', data: { deed: 'write' } })
    return { forumId: forum.id, planId }
  },
})

export const editPlan = command({
  name: 'safety_plans.edit',
  input: editPlanSchema,
  load: loadPlan,
  allow: canWritePlan,
  run(context, { startsOn, endsOn, situation }, plan) {
    insistOnDraft(plan)
    insistOnDays({ startsOn, endsOn })
    return changePlan(context, plan, { startsOn, endsOn, situation }, { deed: 'edit' })
  },
})

/** Puts a measure on the plan, mostly as the answer to an open concern of the forum. */
export const addMeasure = command({
  name: 'safety_plans.add_measure',
  input: addMeasureSchema,
  load: loadPlan,
  allow: canWritePlan,
  async run(context, { planId, version: _version, ...measure }, plan) {
    insistOnDraft(plan)
    insistOnReview(plan, 'reviewOn', measure.reviewOn)
    const { tx, now } = context
    const [last] = await tx
      .select({ position: sql<number>`coalesce(max(${safetyMeasures.position}), 0)` })
      .from(safetyMeasures)
      .where(eq(safetyMeasures.planId, planId))
    const position = (last?.position ?? 0) + 1
    if (position > mostMeasures) refuse('safetyPlans.refused.full')
    await tx.insert(safetyMeasures).values({ id: newId(now), planId, position, ...measure })
    return changePlan(context, plan, {}, { deed: 'add_measure' })
  },
})

export const removeMeasure = command({
  name: 'safety_plans.remove_measure',
  input: measureRefSchema,
  load: loadPlan,
  allow: canWritePlan,
  async run(context, { planId, measureId }, plan) {
    insistOnDraft(plan)
    const rows = await context.tx
      .delete(safetyMeasures)
      .where(and(eq(safetyMeasures.id, measureId), eq(safetyMeasures.planId, planId)))
      .returning({ id: safetyMeasures.id })
    if (rows.length === 0) throw new NotFound()
    return changePlan(context, plan, {}, { deed: 'remove_measure' })
  },
})

/** Writes down on which day the forum adopted the plan; from then on only reviews are added. */
export const adoptPlan = command({
  name: 'safety_plans.adopt',
  input: adoptPlanSchema,
  load: loadPlan,
  allow: canAdopt,
  run(context, { adoptedOn }, plan) {
    insistOnDraft(plan)
    if (adoptedOn > baghdadDay(context.now)) throw new InvalidField({ adoptedOn: 'errors.dateFuture' })
    return changePlan(context, plan, { adoptedOn, adoptedBy: context.actor.userId }, { deed: 'adopt' })
  },
})

/** Says what was found when a measure was looked at again, and when the next time is, if there is one. */
export const reviewMeasure = command({
  name: 'safety_plans.review',
  input: reviewMeasureSchema,
  load: loadPlan,
  allow: canWritePlan,
  async run(context, { planId, measureId, finding, againOn }, plan) {
    if (!plan.adoptedOn) refuse('safetyPlans.refused.not_adopted')
    const today = baghdadDay(context.now)
    if (againOn) insistOnReview(plan, 'againOn', againOn)
    if (againOn && againOn <= today) throw new InvalidField({ againOn: 'safetyPlans.errors.again' })
    const facts = againOn ? { finding, reviewOn: againOn, reviewedOn: null } : { finding, reviewedOn: today }
    const rows = await context.tx
      .update(safetyMeasures)
      .set(facts)
      .where(and(eq(safetyMeasures.id, measureId), eq(safetyMeasures.planId, planId)))
      .returning({ position: safetyMeasures.position })
    const [row] = rows
    if (!row) throw new NotFound()
    return changePlan(context, plan, {}, { deed: 'review', count: row.position, reason: finding })
  },
})
