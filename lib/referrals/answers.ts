import { eq } from 'drizzle-orm'
import { referrals } from '../../db/schema/referrals'
import { notify } from '../cases/notify'
import { transition } from '../cases/transition'
import type { Hand } from '../commands/command'
import { baghdadDay } from '../format'
import type { AnswerSource, ReferralOutcome, RejectReason } from './domain'
import type { LoadedReferral } from './load'
import type { ReferralStatus } from './machine'

/** What a facility did with a referral, whoever tells it. */
export type Answer =
  | { deed: 'receive' | 'accept' | 'attend' | 'miss' | 'start' | 'hold' | 'resume' | 'fail' }
  | { deed: 'reject'; rejectReason: RejectReason }
  | { deed: 'set_appointment'; appointmentAt: Date }
  | { deed: 'complete'; outcome: ReferralOutcome }

const leadsTo: Record<Answer['deed'], ReferralStatus> = {
  receive: 'received',
  accept: 'accepted',
  reject: 'rejected',
  set_appointment: 'appointment_set',
  attend: 'attended',
  miss: 'no_show',
  start: 'in_progress',
  hold: 'on_hold',
  resume: 'in_progress',
  complete: 'completed',
  fail: 'failed',
}

/**
 * The one road of a facility's answer, from its own page or told to us: the status moves as the machine allows, the few
 * facts of the answer are kept, and how we know. Throws Refused when the answer comes out of order.
 */
export async function applyAnswer(
  context: Hand,
  referral: LoadedReferral,
  answer: Answer,
  source: AnswerSource,
): Promise<void> {
  const outcome =
    answer.deed === 'reject' ? answer.rejectReason : answer.deed === 'complete' ? answer.outcome : undefined
  const dueOn = answer.deed === 'set_appointment' ? baghdadDay(answer.appointmentAt) : undefined
  await transition(context, referral, answer.deed, leadsTo[answer.deed], {
    source,
    ...(outcome ? { outcome } : {}),
    ...(dueOn ? { dueOn } : {}),
  })
  const facts = {
    ...(answer.deed === 'reject' ? { rejectReason: answer.rejectReason } : {}),
    ...(answer.deed === 'set_appointment' ? { appointmentAt: answer.appointmentAt } : {}),
    ...(answer.deed === 'complete' ? { outcome: answer.outcome } : {}),
  }
  if (Object.keys(facts).length > 0)
    await context.tx.update(referrals).set(facts).where(eq(referrals.caseId, referral.id))
  await notify(context, [referral.caseworkerId], 'referral_answered', referral.id)
}
