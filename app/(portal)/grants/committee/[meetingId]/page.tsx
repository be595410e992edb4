import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { getI18n } from '@/app/i18n'
import { CheckboxGroupField } from '@/components/form/checkbox-field'
import { PlainForm } from '@/components/form/plain-form'
import { Badge } from '@/components/ui/badge'
import { Bdi } from '@/components/ui/bdi'
import { DetailsList } from '@/components/ui/details-list'
import { Disclosure } from '@/components/ui/disclosure'
import { PageHeader } from '@/components/ui/page-header'
import { Section } from '@/components/ui/section'
import { requireActor } from '@/lib/auth/session'
import { getMeeting } from '@/lib/grants/committee/meeting-queries'
import { mayConvene } from '@/lib/grants/committee/policy'
import { ClientMessages } from '@/lib/i18n/client-messages'
import { inLocale } from '@/lib/i18n/in-locale'
import { isId } from '@/lib/ids'
import { addItems, cancelMeeting, closeMeeting } from '../actions'
import { meetingTone } from '../tones'
import { Agenda } from './agenda'

type Props = { params: Promise<{ meetingId: string }> }

const read = cache(async (meetingId: string) => {
  const actor = await requireActor()
  return { actor, page: isId(meetingId) ? await getMeeting(actor, meetingId) : null }
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ t, format }, { page }] = await Promise.all([getI18n(), params.then(({ meetingId }) => read(meetingId))])
  return {
    title: page
      ? t('committee.meeting.title', { date: format.shortDate(page.meeting.heldOn) })
      : t('common.states.notFoundTitle'),
  }
}

export default async function MeetingPage({ params }: Props) {
  const [{ t, locale, format }, { actor, page }] = await Promise.all([
    getI18n(),
    params.then(({ meetingId }) => read(meetingId)),
  ])
  if (!page) notFound()
  const { meeting, members, agenda, waiting } = page
  const isOpen = meeting.state === 'open' && mayConvene(actor, meeting)
  const hidden = { meetingId: meeting.id, version: meeting.version }
  return (
    <ClientMessages locale={locale} rooms={['committee.errors', 'committee.refused']}>
      <PageHeader
        title={t('committee.meeting.title', { date: format.date(meeting.heldOn) })}
        back={{ href: '/grants/committee', label: t('committee.meetings.title') }}
        lead={<Badge tone={meetingTone[meeting.state]}>{t(`committee.state.${meeting.state}`)}</Badge>}
      />
      <div className="grid items-start gap-6 lg:grid-cols-[3fr_2fr]">
        <Section title={t('committee.meeting.agenda')}>
          <Agenda page={page} />
        </Section>
        <div className="min-w-0 space-y-6">
          <Section title={t('committee.meeting.members')}>
            <ul className="mb-4 space-y-1.5">
              {members.map((one) => (
                <li key={one.id} className="flex flex-wrap items-center gap-2">
                  <Bdi>{one.name}</Bdi>
                  {one.isChair && <Badge>{t('committee.meeting.chair')}</Badge>}
                </li>
              ))}
            </ul>
            <DetailsList
              items={[
                { term: t('committee.meetings.venue'), value: <Bdi>{meeting.venue}</Bdi> },
                {
                  term: t('committee.meetings.team'),
                  value: inLocale(locale, { en: meeting.teamEn, ar: meeting.teamAr }),
                },
              ]}
            />
          </Section>
          {isOpen && waiting.length > 0 && (
            <Disclosure label={t('committee.convene.add')} open={agenda.length === 0}>
              <PlainForm action={addItems} hidden={hidden} submit={t('committee.convene.addDeed')} variant="secondary">
                <CheckboxGroupField
                  name="caseIds"
                  label={t('committee.convene.applications')}
                  choices={waiting.map((one) => ({
                    value: one.id,
                    label: one.name,
                    hint: t('committee.convene.score', { reference: one.reference, score: one.score ?? 0 }),
                  }))}
                />
              </PlainForm>
            </Disclosure>
          )}
          {isOpen && (
            <Disclosure label={t('committee.meeting.end')}>
              {agenda.length > 0 ? (
                <PlainForm action={closeMeeting} hidden={hidden} submit={t('committee.meeting.close')}>
                  <p className="text-ink-soft">{t('committee.meeting.closeText')}</p>
                </PlainForm>
              ) : (
                <PlainForm
                  action={cancelMeeting}
                  hidden={hidden}
                  submit={t('committee.meeting.cancel')}
                  variant="danger"
                >
                  <p className="text-ink-soft">{t('committee.meeting.cancelText')}</p>
                </PlainForm>
              )}
            </Disclosure>
          )}
        </div>
      </div>
    </ClientMessages>
  )
}
