import Link from 'next/link'
import type { ReactNode } from 'react'
import type { Dimension, Measure } from '@/lib/grants/figures/measures'
import type { FigureFilters } from '@/lib/grants/figures/queries'
import { figuresHref } from './filters'

type NumberLinkProps = {
  measure: Measure
  filters: FigureFilters
  dimension?: Dimension
  value?: string
  isEmpty: boolean
  children: ReactNode
}

/** A number that opens the records behind it; none behind it, no link. */
export function NumberLink({ measure, filters, dimension, value, isEmpty, children }: NumberLinkProps) {
  if (isEmpty) return <span className="text-ink-soft tabular-nums">{children}</span>
  const href = figuresHref('/reports/records', filters, { measure, by: dimension ?? null, value: value ?? null })
  return (
    <Link
      href={href}
      prefetch={false}
      className="touch-target inline-flex items-center text-action tabular-nums underline"
    >
      {children}
    </Link>
  )
}
