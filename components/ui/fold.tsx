import type { ReactNode } from 'react'
import { Icon } from './icon'

/** Points to what a summary opens, and down once it is open; stands within a `group`. */
export function FoldMark() {
  return (
    <Icon
      name="chevron-down"
      className="size-4 -rotate-90 transition-transform group-open:rotate-0 rtl:rotate-90 rtl:group-open:rotate-0"
    />
  )
}

/** A part of a page under its heading, to be folded away and opened again. Works without scripts. */
export function Fold({ title, isOpen, children }: { title: ReactNode; isOpen: boolean; children: ReactNode }) {
  return (
    <details open={isOpen} className="group">
      <summary className="touch-target flex items-center gap-2 py-1 hover:text-action">
        <FoldMark />
        {title}
      </summary>
      <div className="pt-3">{children}</div>
    </details>
  )
}
