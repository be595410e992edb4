'use client'

import { type FormEvent, type ReactNode, useState } from 'react'
import { toAsciiDigits } from '@/lib/digits'
import { useTranslations } from '@/lib/i18n/client'

const numberIn = (field: HTMLInputElement) => Number(toAsciiDigits(field.value).trim()) || 0

/** Adds up, while it is typed, how many heads the sheet has, beside how many were counted in the room. */
export function RunningSum({ children, start }: { children: ReactNode; start: number }) {
  const t = useTranslations()
  const [sum, setSum] = useState(start)
  const add = (event: FormEvent<HTMLDivElement>) => {
    const cells = event.currentTarget.querySelectorAll<HTMLInputElement>('input[data-heads]')
    setSum([...cells].reduce((total, field) => total + numberIn(field), 0))
  }
  return (
    <div className="space-y-6" onInput={add}>
      {children}
      <p
        role="status"
        className="sticky bottom-20 z-10 rounded-md border border-line-strong bg-surface px-4 py-3 font-semibold shadow-sm md:bottom-4"
      >
        {t('forums.attendance.sum', { count: sum })}
      </p>
    </div>
  )
}
