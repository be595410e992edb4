import type { ReactNode } from 'react'
import { FoldMark } from './fold'

/** More, when asked for. Works without scripts; the place for a second, rarer form on a page. */
export function Disclosure({ label, open, children }: { label: ReactNode; open?: boolean; children: ReactNode }) {
  return (
    <details open={open} className="group rounded-md border border-line bg-surface">
      <summary className="touch-target flex items-center gap-2 px-4 py-2.5 font-medium text-action hover:bg-sunken">
        <FoldMark />
        {label}
      </summary>
      <div className="border-t border-line p-4">{children}</div>
    </details>
  )
}
