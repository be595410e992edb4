import type { SupplyStatus } from './machine'

/** How a status looks: the tone gives colour and shape; the word is always there. */
export const toneOf: Record<SupplyStatus, 'neutral' | 'info' | 'good' | 'warning' | 'danger'> = {
  planned: 'neutral',
  approved: 'info',
  dispatched: 'info',
  received: 'warning',
  accepted: 'good',
  discrepancy: 'danger',
  closed: 'neutral',
  cancelled: 'neutral',
}
