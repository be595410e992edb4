import type { ReactNode } from 'react'

type SectionProps = { title: ReactNode; id?: string; action?: ReactNode; children: ReactNode }

/** A part of a page on its own sheet, with a heading. */
export function Section({ title, id, action, children }: SectionProps) {
  return (
    <section id={id} className="rounded-lg border border-line bg-surface p-4 sm:p-6">
      <div className="mb-4 flex flex-wrap items-center justify-between gap-3">
        <h2 className="text-lg font-semibold">{title}</h2>
        {action}
      </div>
      {children}
    </section>
  )
}
