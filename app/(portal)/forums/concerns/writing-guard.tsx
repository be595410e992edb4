'use client'

import { type FormEvent, type ReactNode, useState } from 'react'
import { Notice } from '@/components/ui/notice'
import { type Finding, findingsIn } from '@/lib/forums/concerns/guard'
import { useTranslations } from '@/lib/i18n/client'

const order = ['pathway', 'phone', 'name'] as const

/** Warns, on the device and while it is typed, of what should not stand in a text. Stops nothing; without scripts it is not there. */
export function WritingGuard({ children }: { children: ReactNode }) {
  const t = useTranslations()
  const [found, setFound] = useState<readonly Finding[]>([])
  const look = (event: FormEvent<HTMLDivElement>) => {
    const fields = event.currentTarget.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(
      'textarea, input[type=text]',
    )
    setFound(findingsIn([...fields].map((field) => field.value).join('\n')))
  }
  return (
    // Only listens to what its fields say.
    <div className="space-y-6" onInput={look}>
      {children}
      <div role="status" className="space-y-3">
        {order
          .filter((kind) => found.includes(kind))
          .map((kind) => (
            <Notice key={kind} tone={kind === 'pathway' ? 'danger' : 'warning'}>
              <p>{t(`concerns.guard.${kind}`)}</p>
            </Notice>
          ))}
      </div>
    </div>
  )
}
