import type { Actor } from '../auth/actor'
import type { LoadedReferral } from './load'
import { type ReferralStatus, retakenFrom } from './machine'
import { canPrepare, canRecord } from './policy'

type Open = Exclude<ReferralStatus, 'rejected' | 'failed' | 'lost_to_follow_up' | 'cancelled' | 'closed'>

/** The deeds that are offered in each state, the usual one first. A page's buttons; the machine decides. */
export const offered = {
  draft: ['send'],
  requested: ['accept', 'reject', 'receive'],
  received: ['accept', 'reject'],
  accepted: ['set_appointment', 'attend'],
  appointment_set: ['attend', 'miss', 'set_appointment'],
  no_show: ['set_appointment', 'lose'],
  attended: ['complete', 'start'],
  in_progress: ['complete', 'hold', 'fail'],
  on_hold: ['resume'],
  completed: ['record_feedback'],
  feedback_recorded: ['close'],
} as const satisfies Record<Open, readonly string[]>

export type OfferedDeed = (typeof offered)[Open][number]

export type NextStep = {
  /** `referrals.next.*` says what is to be done. */
  status: Open | 'over'
  deeds: readonly OfferedDeed[]
  canCancel: boolean
}

const isOpen = (status: string): status is Open => status in offered

/** What is next on a referral and which deeds are this actor's; null when nothing more is expected. */
export function nextStep(actor: Actor, referral: LoadedReferral): NextStep | null {
  const { status } = referral
  if (retakenFrom.some((over) => over === status)) return { status: 'over', deeds: [], canCancel: false }
  if (!isOpen(status)) return null
  const isMine = status === 'draft' ? canPrepare(actor, referral) === true : canRecord(actor, referral)
  const canCancel = ['draft', 'requested', 'received', 'accepted', 'appointment_set'].includes(status)
  return { status, deeds: isMine ? offered[status] : [], canCancel: canCancel && canRecord(actor, referral) }
}
