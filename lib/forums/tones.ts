import type { ForumStatus } from './machine'
import type { SessionStatus } from './sessions/machine'

type Tone = 'neutral' | 'info' | 'good' | 'warning' | 'danger'

/** How a status looks: the tone gives colour and shape; the word is always there. */
export const toneOf: Record<ForumStatus, Tone> = {
  proposed: 'info',
  endorsed: 'info',
  active: 'good',
  dormant: 'warning',
  handed_over: 'neutral',
  closed: 'neutral',
}

export const toneOfSession: Record<SessionStatus, Tone> = {
  scheduled: 'info',
  postponed: 'warning',
  held: 'good',
  minutes_draft: 'warning',
  minutes_approved: 'good',
  shared: 'neutral',
  cancelled: 'neutral',
}
