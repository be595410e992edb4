import type { ProjectStatus } from './machine'

type Tone = 'neutral' | 'info' | 'good' | 'warning' | 'danger'

/** How a status looks: the tone gives colour and shape; the word is always there. */
export const toneOf: Record<ProjectStatus, Tone> = {
  identified: 'info',
  assessed: 'info',
  prioritised: 'info',
  designed: 'warning',
  approved: 'info',
  tendering: 'info',
  contracted: 'info',
  works: 'good',
  suspended: 'danger',
  inspected: 'good',
  defects: 'danger',
  handed_over: 'good',
  liability_period: 'good',
  closed: 'neutral',
  cancelled: 'neutral',
}
