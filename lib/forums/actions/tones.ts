import type { ActionStatus } from './machine'

/** How a status looks: the tone gives colour and shape; the word is always there. */
export const toneOf: Record<ActionStatus, 'neutral' | 'info' | 'good' | 'warning' | 'danger'> = {
  open: 'info',
  in_progress: 'info',
  blocked: 'warning',
  done: 'good',
  verified: 'good',
  cancelled: 'neutral',
}
