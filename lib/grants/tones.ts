import type { GrantStatus } from './machine'

/** How a status looks: the tone gives colour and shape; the word is always there. */
export const toneOf: Record<GrantStatus, 'neutral' | 'info' | 'good' | 'warning' | 'danger'> = {
  draft: 'neutral',
  submitted: 'info',
  screening: 'info',
  verification: 'info',
  training: 'info',
  business_plan: 'info',
  committee_review: 'info',
  waitlisted: 'warning',
  pending_approval_1: 'warning',
  pending_approval_2: 'warning',
  approved: 'good',
  agreement_signed: 'good',
  disbursing: 'good',
  suspended: 'warning',
  monitoring: 'good',
  completed: 'good',
  returned: 'warning',
  rejected: 'danger',
  ineligible: 'danger',
  withdrawn: 'neutral',
  cancelled: 'neutral',
}
