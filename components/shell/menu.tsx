import type { ReactNode } from 'react'

type MenuProps = { label: string; trigger: ReactNode; children: ReactNode }

/** A menu of the top bar: opens without scripts; with them, Escape and a press outside close it (`ShellKeys`). */
export function Menu({ label, trigger, children }: MenuProps) {
  return (
    <details data-menu name="shell-menu" className="relative">
      <summary
        aria-label={label}
        className="touch-target flex min-h-10 items-center gap-2 rounded-md px-2.5 text-sm text-ink-soft hover:bg-sunken hover:text-ink"
      >
        {trigger}
      </summary>
      <div className="absolute end-0 top-full z-40 mt-1 w-64 max-w-[calc(100vw-1.5rem)] rounded-lg border border-line bg-surface p-2 shadow-raised">
        {children}
      </div>
    </details>
  )
}

/** The look of one entry of a menu. */
export const menuItemClass =
  'touch-target flex w-full min-h-10 items-center gap-2 rounded-md px-3 py-1.5 text-start text-ink hover:bg-sunken aria-[current]:bg-action-soft aria-[current]:font-semibold aria-[current]:text-action'
