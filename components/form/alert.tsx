'use client'

import { type ReactNode, useEffect, useRef } from 'react'

const tones = {
  danger: 'border-danger text-danger',
  warning: 'border-warning text-warning',
  info: 'border-info text-info',
}

type AlertProps = { title: ReactNode; tone?: keyof typeof tones; children?: ReactNode }

/** A framed message above a form. Takes the focus when it appears, so that nobody has to look for it. */
export function Alert({ title, tone = 'danger', children }: AlertProps) {
  const ref = useRef<HTMLDivElement>(null)
  useEffect(() => {
    ref.current?.focus()
  }, [])
  return (
    <div ref={ref} tabIndex={-1} role="alert" className={`space-y-2 rounded-md border-2 bg-surface p-4 ${tones[tone]}`}>
      <p className="text-lg font-semibold">{title}</p>
      {children && <div className="space-y-3 text-ink">{children}</div>}
    </div>
  )
}
