import Link from 'next/link'
import type { ReactNode } from 'react'
import { Icon } from './icon'

type PageHeaderProps = {
  title: ReactNode
  /** The page above this one. */
  back?: { href: string; label: string }
  /** One line under the title. */
  lead?: ReactNode
  /** The one primary action of the page, and at most a few secondary ones before it. */
  action?: ReactNode
}

/** The head of a page: the way back, the only h1, and the one clear action. */
export function PageHeader({ title, back, lead, action }: PageHeaderProps) {
  return (
    <header className="mb-6">
      {back && <BackLink {...back} />}
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="min-w-0">
          <h1 className="text-2xl font-semibold tracking-tight">{title}</h1>
          {lead && <div className="mt-1 max-w-prose text-pretty text-ink-soft">{lead}</div>}
        </div>
        {action && (
          <div data-noprint className="flex flex-wrap items-center gap-2">
            {action}
          </div>
        )}
      </div>
    </header>
  )
}

/** The way to the page above. */
export function BackLink({ href, label }: { href: string; label: ReactNode }) {
  return (
    <Link
      href={href}
      prefetch={false}
      className="touch-target mb-2 inline-flex items-center gap-1 text-sm text-action hover:underline"
    >
      <Icon name="chevron-left" className="size-4" />
      {label}
    </Link>
  )
}
