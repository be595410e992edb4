import { type Tone, toneText } from './tone'

type ProgressBarProps = {
  /** What is measured, for a screen reader. */
  label: string
  value: number
  max: number
  /** The value in words, such as "12 of 20". */
  text: string
  tone?: Tone
}

/** A share of a whole, drawn as SVG (no inline styles) and growing from the side where reading starts. */
export function ProgressBar({ label, value, max, text, tone = 'info' }: ProgressBarProps) {
  const share = max > 0 ? Math.min(100, Math.max(0, (value / max) * 100)) : 0
  return (
    <svg
      role="img"
      aria-label={`${label}: ${text}`}
      viewBox="0 0 100 6"
      preserveAspectRatio="none"
      className={`flip-rtl h-2 w-full overflow-hidden rounded-full ${toneText[tone]}`}
    >
      <rect width="100" height="6" className="fill-sunken" />
      <rect width={share} height="6" fill="currentColor" />
    </svg>
  )
}
