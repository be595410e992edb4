import type { ReactNode } from 'react'
import { Code } from '@/components/ui/bdi'
import { BackLink } from '@/components/ui/page-header'
import { type Status, StatusBadge } from './status-badge'

type CaseHeaderProps = {
  reference: string
  /** Whom it is for, as written. */
  title: string
  status: Status
  back: { href: string; label: string }
  /** Place, caseworker, amount: what answers "who and where" at a glance. */
  facts: readonly { term: string; value: ReactNode }[]
  action?: ReactNode
}

/** The head of a case: who, where it stands, who has it, and the one next deed. */
export function CaseHeader({ reference, title, status, back, facts, action }: CaseHeaderProps) {
  return (
    <header className="mb-6">
      <BackLink {...back} />
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="min-w-0">
          <p className="text-ink-soft">
            <Code>{reference}</Code>
          </p>
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <h1 className="text-2xl font-semibold tracking-tight">
              <bdi>{title}</bdi>
            </h1>
            <StatusBadge status={status} />
          </div>
        </div>
        {action && (
          <div data-noprint className="flex flex-wrap items-center gap-2">
            {action}
          </div>
        )}
      </div>
      <dl className="mt-3 flex flex-wrap gap-x-6 gap-y-1 text-sm">
        {facts.map((fact) => (
          <div key={fact.term} className="flex gap-1.5">
            <dt className="text-ink-soft">{fact.term}</dt>
            <dd className="font-medium">{fact.value}</dd>
          </div>
        ))}
      </dl>
    </header>
  )
}
