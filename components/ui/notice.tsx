import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon'
import { type Tone, toneText } from './tone'

const edges: Record<Tone, string> = {
  neutral: 'border-line-strong bg-sunken',
  info: 'border-info bg-info-soft',
  good: 'border-good bg-good-soft',
  warning: 'border-warning bg-warning-soft',
  danger: 'border-danger bg-danger-soft',
}

const icons: Record<Tone, IconName> = {
  neutral: 'info',
  info: 'info',
  good: 'circle-check',
  warning: 'triangle-alert',
  danger: 'circle-alert',
}

type NoticeProps = { tone?: Tone; title?: ReactNode; children?: ReactNode; live?: boolean }

/** A message on the page. `live` when it appears while the reader is there. */
export function Notice({ tone = 'info', title, children, live }: NoticeProps) {
  return (
    <div role={live ? 'status' : undefined} className={`flex gap-3 rounded-md border-s-4 p-4 ${edges[tone]}`}>
      <Icon name={icons[tone]} className={`mt-0.5 size-5 ${toneText[tone]}`} />
      <div className="min-w-0 flex-1 space-y-1 text-ink">
        {title && <p className="font-semibold">{title}</p>}
        {children}
      </div>
    </div>
  )
}
