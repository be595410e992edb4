import { trainingWaivers } from '../../../db/schema/training'
import { transition } from '../../cases/transition'
import { command } from '../../commands/command'
import { newId } from '../../ids'
import { dayAfter, daysFor } from '../application-commands'
import { loadGrant } from '../load'
import { canPrepare, handsOf, mayOn } from '../policy'
import { caseRefSchema } from '../schemas'
import { waiverSchema } from './schemas'

/** A supervisor lets a grant go on without four fifths of the hours, and says why. Never for a case of their own hands. */
export const waiveTraining = command({
  name: 'training.waive',
  input: waiverSchema,
  load: loadGrant,
  allow: (actor, grant) => {
    if (!mayOn(actor, 'training.waive', grant)) return false
    return handsOf(grant).includes(actor.userId) ? [{ key: 'training.refused.own_case' }] : true
  },
  async run(context, input, grant) {
    await context.tx.insert(trainingWaivers).values({
      id: newId(context.now),
      caseId: grant.id,
      round: grant.round,
      reason: input.reason,
      waivedBy: context.actor.userId,
      waivedAt: context.now,
    })
    return { caseId: grant.id }
  },
  unique: { training_waivers_one: { key: 'training.refused.waived' } },
})

/** Goes on to the business plan: with four fifths of the hours attended, or a waiver (the database asks: `step_is_earned`). */
export const completeTraining = command({
  name: 'training.complete',
  input: caseRefSchema,
  load: loadGrant,
  allow: canPrepare,
  async run(context, _input, grant) {
    await transition(context, grant, 'complete_training', 'business_plan', {
      dueOn: dayAfter(context.now, daysFor.business_plan),
    })
    return { caseId: grant.id }
  },
})
