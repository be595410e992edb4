import Link from 'next/link'

type ChipNavProps = {
  /** Names the list for a screen reader. */
  label: string
  chips: readonly { key: string; label: string; href: string; isCurrent: boolean; count?: string }[]
}

/** Parts of a page, or kinds of rows with how many there are, as links in a row. */
export function ChipNav({ label, chips }: ChipNavProps) {
  return (
    <nav data-noprint aria-label={label} className="mb-4 flex flex-wrap gap-2">
      {chips.map((chip) => (
        <Link
          key={chip.key}
          href={chip.href}
          prefetch={false}
          aria-current={chip.isCurrent ? 'page' : undefined}
          className="touch-target inline-flex items-center gap-2 rounded-full border border-line bg-surface px-3 py-1 text-sm hover:border-line-strong aria-[current]:border-action aria-[current]:bg-action-soft aria-[current]:font-semibold aria-[current]:text-action"
        >
          {chip.label}
          {chip.count && <span className="font-semibold tabular-nums">{chip.count}</span>}
        </Link>
      ))}
    </nav>
  )
}
