import { getI18n } from '@/app/i18n'
import { Timeline } from '@/components/case/timeline'
import { Section } from '@/components/ui/section'
import type { CommunityEvent } from '@/lib/communities/event-query'
import { isolated } from '@/lib/i18n/isolated'
import { translateRefusal } from '@/lib/i18n/translator'

type Props = { events: readonly CommunityEvent[]; room: 'communities.plans' | 'communities.needs' | 'projects' }

/** What happened, a sentence each. */
export async function TimelineSection({ events, room }: Props) {
  const { t, format } = await getI18n()
  return (
    <Section title={t('cases.timeline.title')}>
      <Timeline
        label={t('cases.timeline.title')}
        entries={events.map((event) => ({
          id: event.id,
          at: event.at.toISOString(),
          when: format.dateTime(event.at),
          sentence: translateRefusal(t, {
            key: `${room}.timeline.${event.data.deed ?? 'begin'}`,
            params: {
              actor: isolated(event.actor ?? '–'),
              number: event.data.number ?? 0,
              percent: event.data.percent ?? 0,
            },
          }),
          ...(event.data.reason && { detail: event.data.reason }),
        }))}
      />
    </Section>
  )
}
