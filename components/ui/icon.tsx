import { iconPaths } from './icon-paths'

export type IconName = keyof typeof iconPaths

// Pointing icons follow the way the text runs.
const pointing: readonly IconName[] = ['arrow-left', 'chevron-left', 'chevron-right', 'log-out', 'undo-2']

/** A decorative outline beside words; never the only carrier of a meaning. Size by class, colour from the text. */
export function Icon({ name, className = 'size-5' }: { name: IconName; className?: string }) {
  return (
    <svg
      viewBox="0 0 24 24"
      aria-hidden="true"
      className={`icon ${className}${pointing.includes(name) ? ' flip-rtl' : ''}`}
    >
      <path d={iconPaths[name]} />
    </svg>
  )
}
