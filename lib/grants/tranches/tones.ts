import type { TrancheStatus } from './machine'

/** How a tranche's status looks; the word is always there. */
export const trancheTone: Record<TrancheStatus, 'neutral' | 'info' | 'good' | 'warning' | 'danger'> = {
  scheduled: 'neutral',
  requested: 'warning',
  authorised: 'info',
  released: 'info',
  paid: 'good',
  receipt_confirmed: 'good',
  milestone_verified: 'good',
  failed: 'danger',
  cancelled: 'neutral',
  recovered: 'warning',
  written_off: 'danger',
}
