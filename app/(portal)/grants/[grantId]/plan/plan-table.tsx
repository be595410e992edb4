import type { ReactNode } from 'react'

type PlanTableProps = {
  legend: string
  hint?: string | undefined
  error?: { id: string; text: string } | undefined
  children: ReactNode
}

/** A part of the plan that is filled in rows: its name, what is asked, what is wrong with the whole of it. */
export function PlanTable({ legend, hint, error, children }: PlanTableProps) {
  return (
    <fieldset className="min-w-0 border-t border-line pt-5">
      <legend className="float-start mb-2 w-full text-lg font-semibold">{legend}</legend>
      <div className="clear-both space-y-3">
        {hint && <p className="text-ink-soft">{hint}</p>}
        {error && (
          <p id={error.id} className="font-semibold text-danger">
            {error.text}
          </p>
        )}
        {children}
      </div>
    </fieldset>
  )
}
