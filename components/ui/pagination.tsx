import Link from 'next/link'
import { buttonClass } from './button-class'
import { Icon } from './icon'

type PaginationProps = {
  label: string
  previous?: { href: string; label: string } | undefined
  next?: { href: string; label: string } | undefined
}

/** Keyset pages: only back and on, because nothing is counted. Nothing is shown when there is one page. */
export function Pagination({ label, previous, next }: PaginationProps) {
  if (!previous && !next) return null
  return (
    <nav aria-label={label} className="mt-4 flex justify-between gap-3">
      {previous ? (
        <Link href={previous.href} rel="prev" prefetch={false} className={buttonClass('secondary')}>
          <Icon name="chevron-left" className="size-4" />
          {previous.label}
        </Link>
      ) : (
        <span />
      )}
      {next && (
        <Link href={next.href} rel="next" prefetch={false} className={buttonClass('secondary')}>
          {next.label}
          <Icon name="chevron-right" className="size-4" />
        </Link>
      )}
    </nav>
  )
}
