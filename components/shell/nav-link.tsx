'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'

/** A link of the menu that knows whether its part of the portal is open. */
export function NavLink({ href, className, children }: { href: string; className: string; children: ReactNode }) {
  const path = usePathname()
  const open = href === '/' ? path === '/' : path.startsWith(href)
  return (
    <Link href={href} prefetch={false} aria-current={open ? 'page' : undefined} className={className}>
      {children}
    </Link>
  )
}
