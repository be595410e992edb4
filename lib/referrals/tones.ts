import type { ReferralPriority } from './domain'
import type { ReferralStatus } from './machine'

/** How a status looks: the tone gives colour and shape; the word is always there. */
export const toneOf: Record<ReferralStatus, 'neutral' | 'info' | 'good' | 'warning' | 'danger'> = {
  draft: 'neutral',
  requested: 'info',
  received: 'info',
  accepted: 'info',
  appointment_set: 'info',
  no_show: 'warning',
  attended: 'good',
  in_progress: 'good',
  on_hold: 'warning',
  completed: 'good',
  feedback_recorded: 'good',
  closed: 'neutral',
  rejected: 'danger',
  lost_to_follow_up: 'danger',
  failed: 'danger',
  cancelled: 'neutral',
}

export const toneOfPriority: Record<ReferralPriority, 'danger' | 'warning' | 'neutral'> = {
  emergency_24h: 'danger',
  urgent_72h: 'warning',
  routine_2w: 'neutral',
}
