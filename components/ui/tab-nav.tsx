import Link from 'next/link'

type TabNavProps = {
  /** Names the list for a screen reader. */
  label: string
  tabs: readonly { href: string; label: string; isCurrent: boolean }[]
}

/** The parts of a room, as links: one of them is where the reader is. */
export function TabNav({ label, tabs }: TabNavProps) {
  if (tabs.length < 2) return null
  return (
    <nav data-noprint aria-label={label} className="mb-6 border-b border-line">
      <ul className="-mb-px flex flex-wrap gap-x-1">
        {tabs.map((tab) => (
          <li key={tab.href}>
            <Link href={tab.href} prefetch={false} aria-current={tab.isCurrent ? 'page' : undefined} className="tab">
              {tab.label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
