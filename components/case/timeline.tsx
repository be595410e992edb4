import type { ReactNode } from 'react'
import { getI18n } from '@/app/i18n'
import { isPhone } from '@/app/phone'
import { Disclosure } from '@/components/ui/disclosure'
import type { IconName } from '@/components/ui/icon'
import { Icon } from '@/components/ui/icon'

/** So many entries stand open on a phone, where a long life is many screens. */
const latest = 6

export type TimelineEntry = {
  id: string
  /** ISO moment, for machines. */
  at: string
  /** The same in words. */
  when: string
  /** Who did what, when it matters from what to what: a whole sentence, translated. */
  sentence: ReactNode
  detail?: ReactNode
  icon?: IconName
}

type Props = { label: string; entries: readonly TimelineEntry[] }

/** What happened, newest first, a sentence each. */
export async function Timeline({ label, entries }: Props) {
  const open = (await isPhone()) ? latest : entries.length
  const earlier = (await getI18n()).t('cases.timeline.earlier')
  return (
    <>
      <Entries label={label} entries={entries.slice(0, open)} />
      {entries.length > open && (
        <div className="mt-4">
          <Disclosure label={earlier}>
            <Entries label={earlier} entries={entries.slice(open)} />
          </Disclosure>
        </div>
      )}
    </>
  )
}

function Entries({ label, entries }: Props) {
  return (
    <ol aria-label={label}>
      {entries.map((entry) => (
        <li key={entry.id} className="group relative flex gap-3 pb-5 last:pb-0">
          <span
            aria-hidden="true"
            className="absolute start-4 top-8 bottom-0 w-px -translate-x-1/2 bg-line group-last:hidden rtl:translate-x-1/2"
          />
          <span className="flex size-8 shrink-0 items-center justify-center rounded-full bg-sunken text-ink-soft">
            <Icon name={entry.icon ?? 'circle-dot'} className="size-4" />
          </span>
          <div className="min-w-0 flex-1 pt-1">
            <p>{entry.sentence}</p>
            <time dateTime={entry.at} className="text-sm text-ink-soft">
              {entry.when}
            </time>
            {entry.detail && (
              <div dir="auto" className="mt-2 rounded-md bg-sunken px-3 py-2 whitespace-pre-line">
                {entry.detail}
              </div>
            )}
          </div>
        </li>
      ))}
    </ol>
  )
}
