import Link from 'next/link'
import type { ReactNode } from 'react'

export type Tab = { href: string; label: ReactNode; current: boolean; count?: ReactNode }

/** Parts of one thing as links: each has its own address and works without scripts. They wrap, they never scroll. */
export function Tabs({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  return (
    <nav aria-label={label} className="mb-6 border-b border-line">
      <ul className="-mb-px flex flex-wrap gap-x-6">
        {tabs.map((tab) => (
          <li key={tab.href}>
            <Link
              href={tab.href}
              prefetch={false}
              aria-current={tab.current ? 'page' : undefined}
              className="touch-target inline-flex items-center gap-2 border-b-3 border-transparent py-2 text-ink-soft hover:border-line-strong hover:text-ink aria-[current]:border-action aria-[current]:font-semibold aria-[current]:text-action"
            >
              {tab.label}
              {tab.count !== undefined && (
                <span className="rounded-full bg-sunken px-2 text-sm font-medium text-ink tabular-nums">
                  {tab.count}
                </span>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
