import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getI18n } from '@/app/i18n'
import { CaseHeader } from '@/components/case/case-header'
import { CaseSteps } from '@/components/case/case-steps'
import { Timeline } from '@/components/case/timeline'
import { Bdi } from '@/components/ui/bdi'
import { DetailsList } from '@/components/ui/details-list'
import { LinkButton } from '@/components/ui/link-button'
import { Section } from '@/components/ui/section'
import { forumMachine } from '@/lib/forums/machine'
import { canKeep } from '@/lib/forums/policy'
import { toneOf } from '@/lib/forums/tones'
import { ClientMessages } from '@/lib/i18n/client-messages'
import { inLocale } from '@/lib/i18n/in-locale'
import { isolated } from '@/lib/i18n/isolated'
import { translateRefusal } from '@/lib/i18n/translator'
import { MembersSection } from './members-section'
import { NextCard } from './next-card'
import { read } from './read'
import { SafetyPlansSection } from './safety-plans-section'
import { SessionsSection } from './sessions-section'

type Props = { params: Promise<{ forumId: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ t }, { forumId }] = await Promise.all([getI18n(), params])
  const { page } = await read(forumId)
  return { title: page ? page.row.reference : t('common.states.notFoundTitle') }
}

/** A forum: where it stands, who sits on it, its sessions, and how much of what it raised is open. */
export default async function ForumPage({ params }: Props) {
  const [{ t, locale, format }, { forumId }] = await Promise.all([getI18n(), params])
  const { actor, page } = await read(forumId)
  if (!page) notFound()
  const { forum, row, counts, events } = page
  const keeps = canKeep(actor, forum)
  const isOver = forumMachine.closed.some((status) => status === row.status)
  const label = (status: string) => {
    const known = forumMachine.states.find((state) => state === status)
    return known ? t(`forums.status.${known}`) : status
  }
  const count = (value: number, href: string) => (
    <Link href={href} prefetch={false} className="text-action underline">
      {format.number(value)}
    </Link>
  )
  return (
    <ClientMessages locale={locale} rooms={['forums.refused', 'forums.errors', 'cases.refused']}>
      <CaseHeader
        reference={row.reference}
        title={inLocale(locale, { en: row.nameEn, ar: row.nameAr })}
        status={{ label: label(row.status), tone: toneOf[row.status] }}
        back={{ href: '/forums', label: t('forums.title') }}
        facts={[
          { term: t('forums.list.type'), value: t(`forums.type.${row.type}`) },
          { term: t('forums.list.place'), value: inLocale(locale, { en: row.placeEn, ar: row.placeAr }) },
          { term: t('forums.page.policeStation'), value: <Bdi>{row.policeStation}</Bdi> },
        ]}
        action={
          keeps &&
          !isOver && (
            <>
              <LinkButton href={`/forums/concerns/new?forum=${forum.id}`}>{t('concerns.list.new')}</LinkButton>
              <LinkButton href={`/forums/${forum.id}/edit`} variant="secondary">
                {t('forums.page.edit')}
              </LinkButton>
            </>
          )
        }
      />
      <CaseSteps
        steps={forumMachine.steps}
        status={row.status}
        events={events.map((event) => ({ to: event.to }))}
        label={label}
        tone={toneOf[row.status]}
      />
      <NextCard actor={actor} page={page} />
      <div className="grid items-start gap-6 lg:grid-cols-[3fr_2fr] lg:grid-rows-[auto_1fr]">
        <div className="min-w-0">
          <SessionsSection page={page} canKeep={keeps && !isOver} />
        </div>
        <div className="min-w-0 space-y-6 lg:row-span-2">
          <Section title={t('forums.page.about')}>
            <DetailsList
              items={[
                {
                  term: t('forums.page.concerns'),
                  value: count(counts.concerns, `/forums/concerns?forum=${forum.id}`),
                },
                { term: t('forums.page.openConcerns'), value: format.number(counts.open_concerns) },
                {
                  term: t('forums.page.openActions'),
                  value: count(counts.open_actions, `/forums/actions?which=open&forum=${forum.id}`),
                },
                {
                  term: t('forums.page.overdueActions'),
                  value: count(counts.overdue_actions, `/forums/actions?which=overdue&forum=${forum.id}`),
                },
                { term: t('forums.page.team'), value: inLocale(locale, { en: row.teamEn, ar: row.teamAr }) },
                {
                  term: t('forums.page.termsAdoptedOn'),
                  value: forum.termsAdoptedOn && format.date(forum.termsAdoptedOn),
                },
              ]}
            />
            {row.terms && (
              <p dir="auto" className="mt-4 whitespace-pre-line">
                {row.terms}
              </p>
            )}
            <p className="mt-4">
              <a href={`/forums/${forum.id}/you-said-we-did.pdf`} className="touch-link text-action underline">
                {t('forums.said.title')} (PDF)
              </a>
            </p>
            {keeps && !isOver && (
              <p className="mt-4">
                <LinkButton href={`/forums/actions/new?forum=${forum.id}`} variant="secondary" size="sm">
                  {t('concerns.actions.new')}
                </LinkButton>
              </p>
            )}
          </Section>
          <SafetyPlansSection page={page} canKeep={keeps && !isOver} />
          <Section title={t('cases.timeline.title')}>
            <Timeline
              label={t('cases.timeline.title')}
              entries={events.map((event) => ({
                id: event.id,
                at: event.at.toISOString(),
                when: format.dateTime(event.at),
                sentence: translateRefusal(t, {
                  key: `forums.timeline.${event.data.deed ?? 'propose'}`,
                  params: { actor: isolated(event.actor ?? '–') },
                }),
                ...(event.data.reason && { detail: event.data.reason }),
              }))}
            />
          </Section>
        </div>
        {keeps && (
          <div className="min-w-0">
            <MembersSection page={page} canKeep={!isOver} />
          </div>
        )}
      </div>
    </ClientMessages>
  )
}
