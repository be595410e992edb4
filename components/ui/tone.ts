/** What something means for the reader: shown by colour and by shape, never by colour alone. */
export type Tone = 'neutral' | 'info' | 'good' | 'warning' | 'danger'

export const toneText: Record<Tone, string> = {
  neutral: 'text-ink-soft',
  info: 'text-info',
  good: 'text-good',
  warning: 'text-warning',
  danger: 'text-danger',
}

export const toneSurface: Record<Tone, string> = {
  neutral: 'bg-sunken text-ink',
  info: 'bg-info-soft text-info',
  good: 'bg-good-soft text-good',
  warning: 'bg-warning-soft text-warning',
  danger: 'bg-danger-soft text-danger',
}
