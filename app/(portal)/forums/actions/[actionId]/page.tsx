import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { getI18n } from '@/app/i18n'
import { CaseHeader } from '@/components/case/case-header'
import { CaseSteps } from '@/components/case/case-steps'
import { Timeline } from '@/components/case/timeline'
import { ChainSection } from '@/components/chain/chain-section'
import { Bdi } from '@/components/ui/bdi'
import { DetailsList } from '@/components/ui/details-list'
import { Section } from '@/components/ui/section'
import { requireActor } from '@/lib/auth/session'
import { actionLevels } from '@/lib/forums/actions/domain'
import { actionMachine } from '@/lib/forums/actions/machine'
import { getAction } from '@/lib/forums/actions/queries'
import { toneOf } from '@/lib/forums/actions/tones'
import { ClientMessages } from '@/lib/i18n/client-messages'
import { inLocale } from '@/lib/i18n/in-locale'
import { isolated } from '@/lib/i18n/isolated'
import { translateRefusal } from '@/lib/i18n/translator'
import { isId } from '@/lib/ids'
import { NextCard } from './next-card'

type Props = { params: Promise<{ actionId: string }> }

const read = cache(async (actionId: string) => {
  const actor = await requireActor()
  return { actor, page: isId(actionId) ? await getAction(actor, actionId) : null }
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ t }, { actionId }] = await Promise.all([getI18n(), params])
  const { page } = await read(actionId)
  return { title: page ? t('concerns.actions.title') : t('common.states.notFoundTitle') }
}

/** An action: where it stands, what is next, and what happened. */
export default async function ActionPage({ params }: Props) {
  const [{ t, locale, format }, { actionId }] = await Promise.all([getI18n(), params])
  const { actor, page } = await read(actionId)
  if (!page) notFound()
  const { action, events } = page
  const label = (status: string) => {
    const known = actionMachine.states.find((state) => state === status)
    return known ? t(`concerns.actions.status.${known}`) : status
  }
  const levelWord = (level: string | undefined) => {
    const known = actionLevels.find((one) => one === level)
    return known ? t(`concerns.actions.level.${known}`) : ''
  }
  const facts = [
    {
      term: t('concerns.page.forum'),
      value: (
        <Link href={`/forums/${action.forumId}`} prefetch={false} className="text-action underline">
          <Bdi>{inLocale(locale, { en: action.forumEn, ar: action.forumAr })}</Bdi>
        </Link>
      ),
    },
    ...(action.caseId && action.summary
      ? [
          {
            term: t('concerns.actions.page.concern'),
            value: (
              <Link href={`/forums/concerns/${action.caseId}`} prefetch={false} className="text-action underline">
                <Bdi>{action.summary}</Bdi>
              </Link>
            ),
          },
        ]
      : []),
    ...(action.blockedBecause
      ? [{ term: t('concerns.actions.page.blocked'), value: <Bdi>{action.blockedBecause}</Bdi> }]
      : []),
    ...(action.doneOn ? [{ term: t('concerns.actions.page.doneOn'), value: format.date(action.doneOn) }] : []),
    ...(action.evidence ? [{ term: t('concerns.actions.page.evidence'), value: <Bdi>{action.evidence}</Bdi> }] : []),
    ...(action.verifiedOn
      ? [{ term: t('concerns.actions.page.verifiedOn'), value: format.date(action.verifiedOn) }]
      : []),
    ...(action.answerDueOn
      ? [{ term: t('concerns.actions.page.answerDue'), value: format.date(action.answerDueOn) }]
      : []),
    ...(action.answer ? [{ term: t('concerns.actions.page.answer'), value: <Bdi>{action.answer}</Bdi> }] : []),
  ]
  return (
    <ClientMessages locale={locale} rooms={['concerns.refused', 'cases.refused']}>
      <CaseHeader
        reference={t(`concerns.actions.level.${action.level}`)}
        title={action.title}
        status={{ label: label(action.status), tone: toneOf[action.status] }}
        back={{ href: '/forums/actions', label: t('concerns.actions.title') }}
        facts={[
          { term: t('concerns.actions.list.owner'), value: <Bdi>{action.ownerName}</Bdi> },
          { term: t('concerns.actions.list.due'), value: format.shortDate(action.dueOn) },
        ]}
      />
      <CaseSteps
        steps={actionMachine.steps}
        status={action.status}
        events={events.map((event) => ({ to: event.to }))}
        label={label}
        tone={toneOf[action.status]}
      />
      <NextCard actor={actor} page={page} />
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <Section title={t('concerns.actions.page.about')}>
          <DetailsList items={facts} />
        </Section>
        <ChainSection title={t('communities.chain.after')} empty={t('communities.chain.noneOfForum')} {...page.chain} />
        <Section title={t('cases.timeline.title')}>
          <Timeline
            label={t('cases.timeline.title')}
            entries={events.map((event) => ({
              id: event.id,
              at: event.at.toISOString(),
              when: format.dateTime(event.at),
              sentence: translateRefusal(t, {
                key: `concerns.actions.timeline.${event.data.deed ?? 'open'}`,
                params: {
                  actor: isolated(event.actor ?? '–'),
                  level: levelWord(event.data.level),
                },
              }),
              ...(event.data.reason && { detail: event.data.reason }),
            }))}
          />
        </Section>
      </div>
    </ClientMessages>
  )
}
