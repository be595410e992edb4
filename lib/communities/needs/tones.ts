import type { NeedStatus } from './machine'

type Tone = 'neutral' | 'info' | 'good' | 'warning' | 'danger'

/** How a status looks: the tone gives colour and shape; the word is always there. */
export const toneOf: Record<NeedStatus, Tone> = { open: 'warning', addressed: 'info', met: 'good', dropped: 'neutral' }
