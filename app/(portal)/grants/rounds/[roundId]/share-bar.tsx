import type { FairnessRow } from '@/lib/grants/rounds/fairness'

type ShareBarProps = { row: FairnessRow; words: string; percent: string }

/** The share of the chosen as a bar over the share of the applicants, with a line at the target. */
export function ShareBar({ row, words, percent }: ShareBarProps) {
  const wide = (share: number) => Math.min(100, share * 100)
  return (
    <span className="flex items-center gap-2">
      <svg
        role="img"
        aria-label={words}
        viewBox="0 0 100 12"
        preserveAspectRatio="none"
        className="flip-rtl h-3 w-full min-w-0 text-info"
      >
        <rect width="100" height="12" className="fill-sunken" />
        <rect width={wide(row.appliedShare)} height="12" fill="currentColor" opacity="0.25" />
        <rect y="3" width={wide(row.chosenShare)} height="6" fill="currentColor" />
        {row.quota !== null && (
          <rect x={Math.min(99.2, wide(row.quota))} width="0.8" height="12" className="fill-ink" />
        )}
      </svg>
      <span className="w-10 shrink-0 text-end text-sm tabular-nums">{percent}</span>
    </span>
  )
}
