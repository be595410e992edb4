import { and, eq, isNull, sql } from 'drizzle-orm'
import { cases, tasks } from '../../../db/schema/cases'
import { grants } from '../../../db/schema/grants'
import { monitoringVisits, safetyConcerns } from '../../../db/schema/monitoring'
import { recordEvent } from '../../cases/events'
import { holdersOf, notify } from '../../cases/notify'
import { touch, transition } from '../../cases/transition'
import { type Context, command } from '../../commands/command'
import { Conflict, InvalidField, refuse } from '../../commands/result'
import { baghdadDay } from '../../format'
import { newId } from '../../ids'
import { dayAfter } from '../application-commands'
import { loadGrant, lockGrant } from '../load'
import { mayOn } from '../policy'
import { caseRefSchema } from '../schemas'
import { isTimeFor, needsFollowUp } from './domain'
import { handleSchema, visitSchema } from './schemas'

/** Days until what a visit found must be followed up. */
const followUpDays = 7

/** The visit with its grant, the case locked; null out of scope. */
async function loadVisit(context: Context, input: { visitId: string }) {
  const [visit] = await context.tx
    .select({
      id: monitoringVisits.id,
      caseId: monitoringVisits.caseId,
      month: monitoringVisits.month,
      dueOn: monitoringVisits.dueOn,
      visitedOn: monitoringVisits.visitedOn,
    })
    .from(monitoringVisits)
    .where(eq(monitoringVisits.id, input.visitId))
  const grant = visit ? await lockGrant(context.tx, visit.caseId) : null
  return visit && grant ? { visit, grant } : null
}

/**
 * Records what a visit found. Something missing or amiss opens a task for the caseworker; a worry about safety goes to the
 * team's supervisors alone and cannot be read back by who wrote it.
 */
export const recordVisit = command({
  name: 'monitoring.record',
  input: visitSchema,
  load: loadVisit,
  allow: (actor, { grant }) => mayOn(actor, 'monitoring.record', grant),
  async run(context, input, { visit, grant }) {
    const { tx, actor, now } = context
    const { visitId, safetyBody, currency, ...found } = input
    if (visit.visitedOn) throw new Conflict()
    if (currency !== grant.currency) throw new InvalidField({ monthlyProfit: 'errors.money' })
    if (input.visitedOn > baghdadDay(now)) throw new InvalidField({ visitedOn: 'errors.dateFuture' })
    if (!isTimeFor(visit.dueOn, input.visitedOn)) throw new InvalidField({ visitedOn: 'monitoring.errors.tooEarly' })
    const done = await tx
      .update(monitoringVisits)
      .set({ ...found, visitedBy: actor.userId, recordedAt: now })
      .where(and(eq(monitoringVisits.id, visitId), isNull(monitoringVisits.visitedOn)))
      .returning({ id: monitoringVisits.id })
    if (!done[0]) throw new Conflict()
    const touched = await touch(context, grant)
    await recordEvent(context, touched, 'visit_recorded', { month: visit.month, business: input.business })
    if (needsFollowUp(input.received))
      await openTask(context, grant.id, grant.caseworkerId ?? actor.userId, visit.month)
    if (input.hasSafetyIssue) {
      await tx
        .insert(safetyConcerns)
        .values({ id: newId(now), caseId: grant.id, visitId, body: safetyBody, raisedBy: actor.userId, raisedAt: now })
      await notify(
        context,
        await holdersOf(context, 'supervisor', { programme: 'livelihoods', teamId: grant.teamId }),
        'safety_raised',
        grant.id,
      )
    }
    return { caseId: grant.id }
  },
})

/** A task for the caseworker to look into what was amiss, in the language of the office. */
async function openTask(context: Context, caseId: string, assigneeId: string, month: number): Promise<void> {
  const { tx, actor, now } = context
  const title =
    actor.locale === 'en' ? `Follow up the visit of month ${month}` : `متابعة ما ظهر في زيارة الشهر ${month}`
  await tx.insert(tasks).values({
    id: newId(now),
    caseId,
    title,
    assigneeId,
    dueOn: dayAfter(now, followUpDays),
    createdBy: actor.userId,
    createdAt: now,
  })
  await notify(context, [assigneeId], 'task_given', caseId)
}

/** The year is over: ends a grant whose visits of the sample are all made. */
export const completeGrant = command({
  name: 'grants.complete',
  input: caseRefSchema,
  load: loadGrant,
  allow: (actor, grant) => mayOn(actor, 'monitoring.record', grant),
  async run(context, _input, grant) {
    const visits = await context.tx
      .select({
        isOpen: sql<boolean>`${monitoringVisits.visitedOn} is null and ${monitoringVisits.isInSample}`,
        isAhead: sql<boolean>`${monitoringVisits.visitedOn} is null and ${monitoringVisits.dueOn} > app_today()`,
      })
      .from(monitoringVisits)
      .where(eq(monitoringVisits.caseId, grant.id))
    if (visits.some((visit) => visit.isOpen)) refuse('monitoring.refused.visits_open')
    if (visits.some((visit) => visit.isAhead)) refuse('monitoring.refused.year_not_over')
    await transition(context, grant, 'complete', 'completed', { dueOn: null })
    return { caseId: grant.id }
  },
})

/** A supervisor says what was done about a worry. */
export const handleSafety = command({
  name: 'monitoring.handle_safety',
  input: handleSchema,
  async load({ tx }, { concernId }) {
    const rows = await tx
      .select({
        id: safetyConcerns.id,
        handledAt: safetyConcerns.handledAt,
        teamId: cases.teamId,
        districtPcode: cases.districtPcode,
        caseworkerId: cases.caseworkerId,
        createdBy: cases.createdBy,
      })
      .from(safetyConcerns)
      .innerJoin(grants, eq(grants.caseId, safetyConcerns.caseId))
      .innerJoin(cases, eq(cases.id, safetyConcerns.caseId))
      .where(eq(safetyConcerns.id, concernId))
      .for('update', { of: safetyConcerns })
    return rows[0] ?? null
  },
  allow: (actor, concern) => mayOn(actor, 'safety.read', concern),
  async run({ tx, actor, now }, { concernId, handling }, concern) {
    if (concern.handledAt) throw new Conflict()
    await tx
      .update(safetyConcerns)
      .set({ handling, handledBy: actor.userId, handledAt: now })
      .where(eq(safetyConcerns.id, concernId))
    return {}
  },
})
