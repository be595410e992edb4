import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getI18n } from '@/app/i18n'
import { CaseSteps } from '@/components/case/case-steps'
import { StatusBadge } from '@/components/case/status-badge'
import { Timeline } from '@/components/case/timeline'
import { Bdi } from '@/components/ui/bdi'
import { DetailsList } from '@/components/ui/details-list'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeader } from '@/components/ui/page-header'
import { Section } from '@/components/ui/section'
import { roundMachine, toneOf } from '@/lib/communities/displacement/machine'
import type { RoundPage as Round } from '@/lib/communities/displacement/round-queries'
import { ClientMessages } from '@/lib/i18n/client-messages'
import { isolated } from '@/lib/i18n/isolated'
import { base, type Query, readPopulation } from '../../filters'
import { roundName } from '../../round-words'
import { EditionNotice } from './edition-notice'
import { FiguresSection } from './figures-section'
import { ListsSection } from './lists-section'
import { NextCard } from './next-card'
import { read } from './read'

type Props = { params: Promise<{ roundId: string }>; searchParams: Promise<Query> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ t }, { page }] = await Promise.all([getI18n(), params.then(({ roundId }) => read(roundId))])
  return { title: page ? roundName(t, page.round) : t('common.states.notFoundTitle') }
}

/** A round: where it stands, what is next and who does it, what it adds up to, and how its figures came in. */
export default async function RoundPage({ params, searchParams }: Props) {
  const [{ t, locale, format }, { actor, page }, query] = await Promise.all([
    getI18n(),
    params.then(({ roundId }) => read(roundId)),
    searchParams,
  ])
  if (!page) notFound()
  const { round, events } = page
  const label = (status: string) => {
    const known = roundMachine.states.find((state) => state === status)
    return known ? t(`displacement.status.${known}`) : status
  }
  return (
    <ClientMessages locale={locale} rooms={['displacement.refused', 'displacement.errors']}>
      <PageHeader
        title={
          <span className="inline-flex flex-wrap items-center gap-x-3 gap-y-1">
            {roundName(t, round)}
            <StatusBadge status={{ label: label(round.status), tone: toneOf[round.status] }} />
          </span>
        }
        lead={`${t('displacement.rounds.countedOn')} ${format.date(round.countedOn)}`}
        back={{ href: `${base}/rounds`, label: t('displacement.rounds.title') }}
        action={(['xlsx', 'csv'] as const).map((as) => (
          <LinkButton key={as} href={`${base}/rounds/${round.id}/export?as=${as}`} variant="secondary">
            {t('displacement.round.export', { kind: as.toUpperCase() })}
          </LinkButton>
        ))}
      />
      <EditionNotice round={round} />
      <CaseSteps
        steps={roundMachine.steps}
        status={round.status}
        events={events.map((event) => ({ to: event.toStatus }))}
        label={label}
        tone={toneOf[round.status]}
      />
      <NextCard actor={actor} page={page} />
      <div className="space-y-6">
        <FiguresSection page={page} population={readPopulation(query)} />
        <ListsSection actor={actor} page={page} query={query} />
        <div className="grid items-start gap-6 lg:grid-cols-2">
          <Facts round={round} />
          <History events={events} />
        </div>
      </div>
    </ClientMessages>
  )
}

async function Facts({ round }: { round: Round['round'] }) {
  const { t } = await getI18n()
  const name = (value: string | null) => value && <Bdi>{value}</Bdi>
  return (
    <Section title={t('displacement.round.facts')}>
      <DetailsList
        items={[
          { term: t('displacement.round.opened'), value: name(round.createdName) },
          { term: t('displacement.round.submitted'), value: name(round.submittedName) },
          { term: t('displacement.round.validated'), value: name(round.validatedName) },
          { term: t('displacement.round.published'), value: name(round.publishedName) },
          {
            term: t('displacement.round.compared'),
            value: round.baseNumber
              ? t('displacement.rounds.number', { number: String(round.baseNumber) })
              : t('displacement.round.notCompared'),
          },
          { term: t('displacement.round.remark'), value: name(round.remark) },
        ]}
      />
    </Section>
  )
}

async function History({ events }: { events: Round['events'] }) {
  const { t, format } = await getI18n()
  return (
    <Section title={t('displacement.round.history')}>
      <Timeline
        label={t('displacement.round.history')}
        entries={events.map((event) => ({
          id: event.id,
          at: new Date(event.at).toISOString(),
          when: format.dateTime(new Date(event.at)),
          sentence: t(`displacement.timeline.${event.fromStatus === null ? 'opened' : event.toStatus}`, {
            actor: isolated(event.actor ?? '–'),
          }),
          ...(event.data.why && { detail: event.data.why }),
        }))}
      />
    </Section>
  )
}
