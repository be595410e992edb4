import type { ReactNode } from 'react'
import { Fold } from './fold'

type SectionProps = {
  title: ReactNode
  id?: string
  action?: ReactNode
  /** Whether it begins folded; without it, it cannot be folded. */
  isFolded?: boolean
  children: ReactNode
}

/** A part of a page on its own sheet, with a heading. */
export function Section({ title, id, action, isFolded, children }: SectionProps) {
  const sheet = 'rounded-lg border border-line bg-surface p-4 sm:p-6'
  if (isFolded !== undefined)
    return (
      <section id={id} className={sheet}>
        <Fold title={<h2 className="text-lg font-semibold">{title}</h2>} isOpen={!isFolded}>
          {children}
        </Fold>
      </section>
    )
  return (
    <section id={id} className={sheet}>
      <div className="mb-4 flex flex-wrap items-center justify-between gap-3">
        <h2 className="text-lg font-semibold">{title}</h2>
        {action}
      </div>
      {children}
    </section>
  )
}
