import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon'
import type { Tone } from './tone'

/**
 * A word with a shape and a colour. The tone's own shape is drawn by style (`.badge` in globals.css): lists are full of
 * these, and an outline in each row was a fourth of a list's bytes. `icon` replaces it.
 */
export function Badge({ tone = 'neutral', icon, children }: { tone?: Tone; icon?: IconName; children: ReactNode }) {
  return (
    <span className="badge" data-tone={tone}>
      {icon && <Icon name={icon} className="size-3.5" />}
      {typeof children === 'string' ? children : <span>{children}</span>}
    </span>
  )
}
