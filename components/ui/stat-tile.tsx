import Link from 'next/link'
import type { ReactNode } from 'react'

type StatTileProps = { label: ReactNode; value: ReactNode; note?: ReactNode; href: string; current?: boolean }

/** A number that opens the records behind it. */
export function StatTile({ label, value, note, href, current }: StatTileProps) {
  return (
    <Link
      href={href}
      prefetch={false}
      aria-current={current ? 'true' : undefined}
      className="flex min-w-0 flex-col rounded-lg border border-line bg-surface p-4 hover:border-action aria-[current]:border-action aria-[current]:bg-action-soft"
    >
      <span className="text-sm text-ink-soft">{label}</span>
      <span className="text-2xl font-semibold tabular-nums">{value}</span>
      {note && <span className="text-sm text-ink-soft">{note}</span>}
    </Link>
  )
}
