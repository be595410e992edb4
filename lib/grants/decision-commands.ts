import { grantDecisions } from '../../db/schema/grants'
import { holdersOf, notify } from '../cases/notify'
import { transition } from '../cases/transition'
import { command } from '../commands/command'
import { Conflict, Refused, refuse } from '../commands/result'
import { newId } from '../ids'
import { dayAfter, daysFor } from './application-commands'
import { moveUpBehind } from './committee/waiting-list'
import { approvalRules, type DecisionCard, decisionCard, readLive } from './decision-card'
import { loadGrant } from './load'
import { pendingStage, whyCannotDecide } from './policy'
import { decisionSchema } from './schemas'

/** Whether this amount needs a second approval. Without a configured limit nothing is approved at all. */
function needsSecond(card: DecisionCard): boolean {
  if (card.secondStageFromMinor === null) refuse('grants.refused.no_limit')
  return card.request.amountMinor >= card.secondStageFromMinor
}

function targetOf(outcome: 'approve' | 'reject' | 'return', stage: 1 | 2, card: DecisionCard) {
  if (outcome === 'reject') return 'rejected'
  if (outcome === 'return') return 'returned'
  return stage === 1 && needsSecond(card) ? 'pending_approval_2' : 'approved'
}

/**
 * Decides a grant at the stage that waits. Refused when the rules of separation say no, when a rule is not met and the
 * outcome is to approve, and answered with "conflict" when the record is no longer what was shown (`shownHash`).
 */
export const decideGrant = command({
  name: 'grants.decide',
  input: decisionSchema,
  load: loadGrant,
  allow: (actor, grant) => {
    const reasons = whyCannotDecide(actor, grant)
    return reasons.length > 0 ? reasons : true
  },
  async run(context, input, grant) {
    const stage = pendingStage(grant.status)
    if (!stage) refuse('grants.refused.not_pending')
    const [current, live] = await Promise.all([decisionCard(context.tx, grant.id), readLive(context.tx, grant.id)])
    if (current?.hash !== input.shownHash) throw new Conflict()
    const { card, hash } = current
    if (input.outcome === 'approve') {
      const failed = approvalRules(card, live).filter((rule) => !rule.isMet)
      if (failed.length > 0) throw new Refused(failed.map(({ key }) => ({ key: key.replace('.rule.', '.unmet.') })))
    }
    const to = targetOf(input.outcome, stage, card)
    await context.tx.insert(grantDecisions).values({
      id: newId(context.now),
      caseId: grant.id,
      round: grant.round,
      stage,
      outcome: input.outcome,
      reason: input.reason,
      shownHash: hash,
      shown: { ...card, live },
      decidedBy: context.actor.userId,
      decidedAt: context.now,
    })
    const dueOn =
      to === 'pending_approval_2'
        ? dayAfter(context.now, daysFor.pending)
        : to === 'returned' || to === 'approved'
          ? dayAfter(context.now, daysFor[to])
          : null
    await transition(context, grant, stage === 1 ? 'decide_first' : 'decide_second', to, {
      outcome: input.outcome,
      reason: input.reason,
      dueOn,
    })
    if (to === 'pending_approval_2')
      await notify(
        context,
        await holdersOf(context, 'programme_manager', { programme: 'livelihoods' }),
        'grant_to_decide',
        grant.id,
      )
    else
      await notify(context, [grant.caseworkerId], to === 'returned' ? 'grant_returned' : 'grant_decided', grant.id, {
        outcome: to,
      })
    return { caseId: grant.id, status: to }
  },
  // An application that is turned down leaves its claim on the line to the next on the waiting list.
  after: async (grant, { status }, at) => {
    if (status === 'rejected' || status === 'returned') await moveUpBehind(grant.id, at)
  },
})
