import type { ReactNode } from 'react'

/** A name as it was written: keeps its own direction and disturbs no neighbour. */
export function Bdi({ children }: { children: ReactNode }) {
  return <bdi>{children}</bdi>
}

/** A reference, phone number, email or amount: left to right in every language, and never broken in two. */
export function Code({ children }: { children: ReactNode }) {
  return (
    <bdi dir="ltr" className="whitespace-nowrap tabular-nums">
      {children}
    </bdi>
  )
}
