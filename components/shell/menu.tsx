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
      <div className="menu-panel">{children}</div>
    </details>
  )
}

/** The look of one entry of a menu. */
export const menuItemClass = 'menu-item'
