import { eq } from 'drizzle-orm'
import { committeeItems } from '../../../db/schema/committee'
import { holdersOf, notify } from '../../cases/notify'
import { transition } from '../../cases/transition'
import { type Context, command } from '../../commands/command'
import { Conflict, refuse } from '../../commands/result'
import { dayAfter, daysFor } from '../application-commands'
import { type LoadedGrant, loadGrant } from '../load'
import { setLine } from './line-commands'
import { loadOutcome } from './load'
import { mayRecord } from './policy'
import { chooseLineSchema, outcomeSchema } from './schemas'
import { statusAfter } from './score'
import { moveUpBehind } from './waiting-list'

/** Hands a recommended application to the team's supervisors. */
async function handToApproval(context: Context, grant: LoadedGrant, reason: string, outcome: string): Promise<void> {
  await transition(context, grant, 'record_committee', 'pending_approval_1', {
    reason,
    outcome,
    dueOn: dayAfter(context.now, daysFor.pending),
  })
  const deciders = [
    context.actor.userId,
    ...(await holdersOf(context, 'supervisor', { programme: 'livelihoods', teamId: grant.teamId })),
  ]
  await notify(context, deciders, 'grant_to_decide', grant.id)
}

/**
 * Records what the committee said of an application: mean and spread are counted by the database from the members' own
 * scores. Recording is not deciding; who records may approve later, as far as the rules of separation let them.
 */
export const recordOutcome = command({
  name: 'committee.record_outcome',
  input: outcomeSchema,
  load: loadOutcome,
  allow: (actor, { grant }) => mayRecord(actor, grant),
  async run(context, { outcome, reason, budgetLineId }, { grant, item }) {
    const { tx, actor, now } = context
    if (item.outcome !== null) throw new Conflict()
    if (grant.status !== 'committee_review') refuse('committee.refused.not_in_committee')
    await tx
      .update(committeeItems)
      .set({ outcome, reason, recordedBy: actor.userId, recordedAt: now })
      .where(eq(committeeItems.id, item.id))
    if (budgetLineId && (outcome === 'recommended' || outcome === 'waitlisted'))
      await setLine(context, grant, budgetLineId, outcome === 'recommended')
    if (outcome === 'recommended') await handToApproval(context, grant, reason, outcome)
    else {
      const dueOn = outcome === 'returned' ? dayAfter(now, daysFor.returned) : null
      await transition(context, grant, 'record_committee', statusAfter[outcome], { outcome, reason, dueOn })
      const kind = outcome === 'returned' ? 'grant_returned' : 'grant_decided'
      await notify(context, [grant.caseworkerId], kind, grant.id, { outcome })
    }
    return { caseId: grant.id, meetingId: item.meetingId, outcome }
  },
  after: async ({ grant }, { outcome }, at) => {
    // What had moved up and is now turned down leaves its place to the next.
    if (outcome === 'returned' || outcome === 'rejected') await moveUpBehind(grant.id, at)
  },
})

/** Hands on, without a new meeting, what has moved up from the waiting list in this round. */
export const forwardFromWaitingList = command({
  name: 'committee.forward',
  input: chooseLineSchema,
  load: loadGrant,
  allow: (actor, grant) => mayRecord(actor, grant),
  async run(context, { budgetLineId }, grant) {
    if (grant.status !== 'committee_review') refuse('committee.refused.not_in_committee')
    const items = await context.tx
      .select({ outcome: committeeItems.outcome, reason: committeeItems.reason, round: committeeItems.round })
      .from(committeeItems)
      .where(eq(committeeItems.caseId, grant.id))
    const waited = items.find((item) => item.round === grant.round && item.outcome === 'waitlisted')
    if (!waited) refuse('committee.refused.not_recommended')
    if (items.some((item) => item.outcome === null)) refuse('committee.refused.on_an_agenda')
    await setLine(context, grant, budgetLineId, true)
    await handToApproval(context, grant, waited.reason, 'recommended')
    return { caseId: grant.id }
  },
})
