import type { ReactNode } from 'react'

/** A page that has only something to say. */
export function MessagePage({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="mx-auto w-full max-w-xl px-4 py-12 sm:py-20">
      <h1 className="mb-3 text-2xl font-semibold tracking-tight">{title}</h1>
      <div className="space-y-5 text-ink-soft">{children}</div>
    </div>
  )
}
