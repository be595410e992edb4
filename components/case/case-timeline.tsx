import { getI18n } from '@/app/i18n'
import type { IconName } from '@/components/ui/icon'
import type { EventKind } from '@/lib/cases/events'
import { detailOf, sentenceOf } from '@/lib/cases/sentences'
import type { TimelineEvent } from '@/lib/cases/timeline-query'
import { Timeline } from './timeline'

const icons: Partial<Record<EventKind, IconName>> = {
  created: 'plus',
  assigned: 'user-round',
  transfer_offered: 'user-round',
  transfer_answered: 'user-round',
  note_added: 'pencil',
  task_done: 'check',
  document_added: 'paperclip',
}

type Props = {
  events: readonly TimelineEvent[]
  /** The name of a status in this programme. */
  status: (status: string) => string
  /** Where the sentences of this programme's deeds stand. */
  deedPrefix: string
  /** What else there is to say of an event; by default the reason that was given. */
  detail?: (event: TimelineEvent) => string | undefined
}

/** What happened to the case, newest first. */
export async function CaseTimeline({ events, status, deedPrefix, detail: detailFor = detailOf }: Props) {
  const { t, format } = await getI18n()
  const words = { t, status, day: format.shortDate, deed: (deed: string) => `${deedPrefix}.${deed}` }
  return (
    <Timeline
      label={t('cases.timeline.title')}
      entries={events.map((event) => {
        const icon = icons[event.kind]
        const detail = detailFor(event)
        return {
          id: event.id,
          at: event.at.toISOString(),
          when: format.dateTime(event.at),
          sentence: sentenceOf(event, words),
          ...(detail ? { detail } : {}),
          ...(icon ? { icon } : {}),
        }
      })}
    />
  )
}
