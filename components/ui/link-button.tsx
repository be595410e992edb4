import Link from 'next/link'
import type { ReactNode } from 'react'
import { type ButtonSize, type ButtonVariant, buttonClass } from './button-class'

type LinkButtonProps = { href: string; variant?: ButtonVariant; size?: ButtonSize; children: ReactNode }

/** A link that looks like a button: it goes somewhere. A deed is a `Button`. */
export function LinkButton({ href, variant = 'primary', size = 'md', children }: LinkButtonProps) {
  return (
    <Link href={href} prefetch={false} className={buttonClass(variant, size)}>
      {children}
    </Link>
  )
}
