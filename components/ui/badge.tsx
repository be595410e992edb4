import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon'
import { type Tone, toneIcon, toneSurface } from './tone'

/** A word with a shape and a colour. `icon` replaces the tone's own shape. */
export function Badge({ tone = 'neutral', icon, children }: { tone?: Tone; icon?: IconName; children: ReactNode }) {
  return (
    <span
      className={`inline-flex max-w-full items-center gap-1.5 rounded-full py-0.5 ps-2 pe-2.5 text-sm font-medium xl:whitespace-nowrap ${toneSurface[tone]}`}
    >
      <Icon name={icon ?? toneIcon[tone]} className="size-3.5" />
      <span>{children}</span>
    </span>
  )
}
