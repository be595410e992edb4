import type { Severity } from './domain'
import type { ConcernStatus } from './machine'

/** How a status looks: the tone gives colour and shape; the word is always there. */
export const toneOf: Record<ConcernStatus, 'neutral' | 'info' | 'good' | 'warning' | 'danger'> = {
  raised: 'info',
  triage: 'info',
  accepted: 'info',
  planned: 'info',
  in_progress: 'info',
  resolved: 'good',
  verified_by_forum: 'good',
  closed: 'neutral',
  reopened: 'warning',
  duplicate: 'neutral',
  out_of_scope: 'neutral',
  referred_out: 'neutral',
  restricted: 'danger',
}

export const toneOfSeverity: Record<Severity, 'danger' | 'warning' | 'neutral'> = {
  critical: 'danger',
  high: 'warning',
  medium: 'neutral',
  low: 'neutral',
}
