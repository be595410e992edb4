import type { PlanStatus } from './machine'

type Tone = 'neutral' | 'info' | 'good' | 'warning' | 'danger'

/** How a status looks: the tone gives colour and shape; the word is always there. */
export const toneOf: Record<PlanStatus, Tone> = {
  drafting: 'warning',
  validated_by_community: 'info',
  endorsed_by_authority: 'info',
  active: 'good',
  reviewed: 'good',
  archived: 'neutral',
}
