import type { Balances } from '@/lib/grants/budgets/domain'

/** A line's money as one bar, from the side where reading starts: spent, on its way, promised, and free as what is left. */
export function LineBar({ line, label }: { line: Balances; label: string }) {
  const share = (minor: number) => (line.allocatedMinor > 0 ? (minor / line.allocatedMinor) * 100 : 0)
  const [spent, released, committed] = [share(line.spentMinor), share(line.releasedMinor), share(line.committedMinor)]
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox="0 0 100 6"
      preserveAspectRatio="none"
      className="flip-rtl h-2.5 w-full overflow-hidden rounded-full"
    >
      <rect width="100" height="6" className="fill-sunken" />
      <rect width={committed} height="6" className="fill-warning" />
      <rect width={released} height="6" className="fill-info" />
      <rect width={spent} height="6" className="fill-good" />
    </svg>
  )
}
