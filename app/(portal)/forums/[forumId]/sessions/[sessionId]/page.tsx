import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getI18n } from '@/app/i18n'
import { CaseHeader } from '@/components/case/case-header'
import { CaseSteps } from '@/components/case/case-steps'
import { Timeline } from '@/components/case/timeline'
import { Bdi } from '@/components/ui/bdi'
import { Section } from '@/components/ui/section'
import { canKeep } from '@/lib/forums/policy'
import { sessionMachine } from '@/lib/forums/sessions/machine'
import { getAgendaChoices } from '@/lib/forums/sessions/queries'
import { toneOfSession } from '@/lib/forums/tones'
import { ClientMessages } from '@/lib/i18n/client-messages'
import { inLocale } from '@/lib/i18n/in-locale'
import { isolated } from '@/lib/i18n/isolated'
import { translateRefusal } from '@/lib/i18n/translator'
import { AgendaSection } from './agenda-section'
import { AttendanceSection } from './attendance-section'
import { InvitesSection } from './invites-section'
import { NextCard } from './next-card'
import { OutcomeSections } from './outcome-sections'
import { SessionPapers } from './papers'
import { read, type SessionParams } from './read'

export async function generateMetadata({ params }: { params: SessionParams }): Promise<Metadata> {
  const [{ t }, { forumId, sessionId }] = await Promise.all([getI18n(), params])
  const { page } = await read(forumId, sessionId)
  return { title: page ? t('forums.sessions.one') : t('common.states.notFoundTitle') }
}

/** A session: when and where, what is next, its agenda, who was there, what was raised and agreed, and its minutes. */
export default async function SessionPage({ params }: { params: SessionParams }) {
  const [{ t, locale, format }, { forumId, sessionId }] = await Promise.all([getI18n(), params])
  const { actor, page } = await read(forumId, sessionId)
  if (!page) notFound()
  const { forum, session, events } = page
  const keeps = canKeep(actor, forum)
  const isWritten = ['held', 'minutes_draft', 'minutes_approved', 'shared'].includes(session.status)
  const isOpen = ['scheduled', 'postponed', 'held', 'minutes_draft'].includes(session.status)
  const choices = keeps && isOpen ? await getAgendaChoices(actor, forum.id) : null
  const label = (status: string) => {
    const known = sessionMachine.states.find((state) => state === status)
    return known ? t(`forums.sessions.status.${known}`) : status
  }
  return (
    <ClientMessages locale={locale} rooms={['forums.refused', 'forums.errors', 'cases.refused']}>
      <CaseHeader
        reference={forum.reference}
        title={session.heldOn ? format.date(session.heldOn) : format.dateTime(session.startsAt)}
        status={{ label: label(session.status), tone: toneOfSession[session.status] }}
        back={{ href: `/forums/${forum.id}`, label: inLocale(locale, { en: session.nameEn, ar: session.nameAr }) }}
        facts={[
          { term: t('forums.sessions.venue'), value: <Bdi>{session.venue}</Bdi> },
          { term: t('forums.sessions.minutesLong'), value: format.number(session.minutesLong) },
          ...(session.remark ? [{ term: t('concerns.next.reason'), value: <Bdi>{session.remark}</Bdi> }] : []),
        ]}
        action={<SessionPapers page={page} />}
      />
      <CaseSteps
        steps={sessionMachine.steps}
        status={session.status}
        events={events.map((event) => ({ to: event.to }))}
        label={label}
        tone={toneOfSession[session.status]}
      />
      <NextCard actor={actor} page={page} />
      <div className="grid items-start gap-6 lg:grid-cols-[3fr_2fr]">
        <div className="min-w-0 space-y-6">
          <AgendaSection page={page} choices={choices} />
          {isWritten && <OutcomeSections page={page} canAdd={keeps && isOpen} />}
          {session.minutes && (
            <Section id="minutes" title={t('forums.minutes.title')}>
              <p dir="auto" className="whitespace-pre-line">
                {session.minutes}
              </p>
              <p className="mt-3 text-sm text-ink-soft">
                {t('forums.minutes.by', { name: isolated(session.minutesBy ?? '–') })}
                {session.approvedBy && ` ${t('forums.minutes.approvedBy', { name: isolated(session.approvedBy) })}`}
                {session.sharedWith && ` ${t('forums.minutes.shared', { whom: isolated(session.sharedWith) })}`}
              </p>
            </Section>
          )}
        </div>
        <div className="min-w-0 space-y-6">
          {isWritten && (
            <AttendanceSection page={page} canEdit={keeps && ['held', 'minutes_draft'].includes(session.status)} />
          )}
          {keeps && <InvitesSection page={page} choices={session.heldOn ? null : choices} />}
          <Section title={t('cases.timeline.title')}>
            <Timeline
              label={t('cases.timeline.title')}
              entries={events.map((event) => ({
                id: event.id,
                at: event.at.toISOString(),
                when: format.dateTime(event.at),
                sentence: translateRefusal(t, {
                  key: `forums.sessions.timeline.${event.data.deed ?? 'plan'}`,
                  params: { actor: isolated(event.actor ?? '–'), count: event.data.count ?? 0 },
                }),
                ...(event.data.reason && { detail: event.data.reason }),
              }))}
            />
          </Section>
        </div>
      </div>
    </ClientMessages>
  )
}
