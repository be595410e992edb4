import type { ReactNode } from 'react'

/** Several fields that belong together, under one heading. */
export function Fieldset({ legend, hint, children }: { legend: ReactNode; hint?: ReactNode; children: ReactNode }) {
  return (
    <fieldset className="min-w-0 border-t border-line pt-5">
      <legend className="float-start mb-4 w-full text-lg font-semibold">{legend}</legend>
      {hint && <p className="clear-both -mt-3 mb-4 text-ink-soft">{hint}</p>}
      <div className="clear-both space-y-5">{children}</div>
    </fieldset>
  )
}
