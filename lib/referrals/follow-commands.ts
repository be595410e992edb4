import { eq, sql } from 'drizzle-orm'
import { referralAttempts, referrals } from '../../db/schema/referrals'
import { recordEvent } from '../cases/events'
import { caseRefSchema } from '../cases/schemas'
import { touch, transition } from '../cases/transition'
import { command } from '../commands/command'
import { refuse } from '../commands/result'
import { newId } from '../ids'
import { attemptsBeforeLost } from './domain'
import { loadReferral } from './load'
import { canRecord } from './policy'
import { attemptSchema, cancelSchema, feedbackSchema } from './schemas'

/** Keeps how someone who did not come was looked for. */
export const recordAttempt = command({
  name: 'referrals.attempt',
  input: attemptSchema,
  load: loadReferral,
  allow: canRecord,
  async run(context, input, referral) {
    if (referral.status !== 'no_show') refuse('referrals.refused.attempt_not_now')
    const { kind, result, remark } = input
    await context.tx.insert(referralAttempts).values({
      id: newId(context.now),
      caseId: referral.id,
      kind,
      result,
      remark,
      madeBy: context.actor.userId,
      at: context.now,
    })
    await recordEvent(context, await touch(context, referral), 'attempt_made', { kind, result })
    return { caseId: referral.id }
  },
})

/** Gives someone up who could not be found, after enough attempts. */
export const recordLost = command({
  name: 'referrals.lose',
  input: caseRefSchema,
  load: loadReferral,
  allow: canRecord,
  async run(context, _input, referral) {
    const rows = await context.tx.execute<{ count: number }>(sql`
      select count(*)::integer as count from referral_attempts where case_id = ${referral.id} and result <> 'reached'`)
    if ((rows[0]?.count ?? 0) < attemptsBeforeLost) refuse('referrals.refused.attempts', { count: attemptsBeforeLost })
    await transition(context, referral, 'lose', 'lost_to_follow_up', { dueOn: null })
    return { caseId: referral.id }
  },
})

/** What the person says of the help. */
export const recordFeedback = command({
  name: 'referrals.feedback',
  input: feedbackSchema,
  load: loadReferral,
  allow: canRecord,
  async run(context, { helped, satisfaction }, referral) {
    await transition(context, referral, 'record_feedback', 'feedback_recorded', { outcome: helped })
    await context.tx.update(referrals).set({ helped, satisfaction }).where(eq(referrals.caseId, referral.id))
    return { caseId: referral.id }
  },
})

export const closeReferral = command({
  name: 'referrals.close',
  input: caseRefSchema,
  load: loadReferral,
  allow: canRecord,
  async run(context, _input, referral) {
    await transition(context, referral, 'close', 'closed', { dueOn: null })
    return { caseId: referral.id }
  },
})

/** Ends it by us, with the reason as a word of a list: free text would be a place for medical facts. */
export const cancelReferral = command({
  name: 'referrals.cancel',
  input: cancelSchema,
  load: loadReferral,
  allow: canRecord,
  async run(context, { why }, referral) {
    await transition(context, referral, 'cancel', 'cancelled', { outcome: why, dueOn: null })
    return { caseId: referral.id }
  },
})
