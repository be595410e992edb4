import Link from 'next/link'
import type { ReactNode } from 'react'
import { buttonClass } from './button-class'
import { Icon } from './icon'

export type ActiveFilter = { label: string; href: string; removeLabel: string }

type FilterBarProps = {
  /** Where the list lives; the answers become its query. */
  action: string
  label: string
  applyLabel: string
  /** Fields, such as `FilterSelect`. */
  children: ReactNode
  active?: readonly ActiveFilter[]
  activeLabel: string
  clear?: { href: string; label: string } | undefined
}

/** Filters as a GET form: the address holds them, so that they can be shared, and work without scripts. */
export function FilterBar({ action, label, applyLabel, children, active = [], activeLabel, clear }: FilterBarProps) {
  return (
    <div data-noprint className="mb-4 space-y-3">
      <details open={active.length > 0} className="group rounded-lg border border-line bg-surface">
        <summary className="touch-target flex items-center gap-2 px-4 py-2 font-medium hover:bg-sunken">
          <Icon name="funnel" className="size-4 text-ink-soft" />
          {label}
          {active.length > 0 && (
            <span className="rounded-full bg-action-soft px-2 text-sm text-action tabular-nums">{active.length}</span>
          )}
          <Icon
            name="chevron-down"
            className="ms-auto size-4 text-ink-soft transition-transform group-open:rotate-180"
          />
        </summary>
        <form
          action={action}
          method="get"
          className="flex flex-col gap-4 border-t border-line p-4 sm:flex-row sm:flex-wrap sm:items-end"
        >
          {children}
          <button type="submit" className={buttonClass('secondary')}>
            {applyLabel}
          </button>
        </form>
      </details>
      {active.length > 0 && (
        <ul aria-label={activeLabel} className="flex flex-wrap items-center gap-2">
          {active.map((filter) => (
            <li key={filter.href + filter.label}>
              <Link
                href={filter.href}
                prefetch={false}
                aria-label={filter.removeLabel}
                className="touch-target inline-flex items-center gap-1.5 rounded-full border border-action bg-action-soft py-0.5 ps-3 pe-2 text-sm text-action hover:border-action-strong"
              >
                {filter.label}
                <Icon name="x" className="size-3.5" />
              </Link>
            </li>
          ))}
          {clear && (
            <li>
              <Link
                href={clear.href}
                prefetch={false}
                className="touch-target inline-flex items-center text-sm text-action underline"
              >
                {clear.label}
              </Link>
            </li>
          )}
        </ul>
      )}
    </div>
  )
}
