import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { getI18n } from '@/app/i18n'
import { CaseDocuments } from '@/components/case/case-documents'
import { CaseHands, PendingTransfer } from '@/components/case/case-hands'
import { CaseHeader } from '@/components/case/case-header'
import { CaseNotes } from '@/components/case/case-notes'
import { CaseSteps } from '@/components/case/case-steps'
import { CaseTasks } from '@/components/case/case-tasks'
import { CaseTimeline } from '@/components/case/case-timeline'
import { seatGroups } from '@/components/case/seats'
import { ChainSection } from '@/components/chain/chain-section'
import { Bdi } from '@/components/ui/bdi'
import { Section } from '@/components/ui/section'
import { reaches } from '@/lib/auth/actor'
import { requireActor } from '@/lib/auth/session'
import { isClosed } from '@/lib/cases/machine'
import { removalOf } from '@/lib/documents/policy'
import { concernMachine } from '@/lib/forums/concerns/machine'
import { nextStep } from '@/lib/forums/concerns/next-step'
import { canWrite } from '@/lib/forums/concerns/policy'
import { getConcern } from '@/lib/forums/concerns/queries'
import { toneOf } from '@/lib/forums/concerns/tones'
import { ClientMessages } from '@/lib/i18n/client-messages'
import { inLocale } from '@/lib/i18n/in-locale'
import { isId } from '@/lib/ids'
import { ActionList } from '../../actions/action-list'
import {
  addConcernNote,
  addConcernTask,
  answerOffer,
  assignConcern,
  completeConcernTask,
  offerConcern,
} from '../actions'
import { DeedForm } from './deed-form'
import { ConcernFacts } from './facts'

type Props = { params: Promise<{ concernId: string }>; searchParams: Promise<{ document?: string | string[] }> }

const read = cache(async (concernId: string) => {
  const actor = await requireActor()
  return { actor, page: isId(concernId) ? await getConcern(actor, concernId) : null }
})

/** The reference alone: what was said is no part of an address bar or a history. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ t }, { concernId }] = await Promise.all([getI18n(), params])
  const { page } = await read(concernId)
  return { title: page ? page.concern.reference : t('common.states.notFoundTitle') }
}

export default async function ConcernPage({ params, searchParams }: Props) {
  const [{ t, locale, format }, { concernId }, { document: outcome }] = await Promise.all([
    getI18n(),
    params,
    searchParams,
  ])
  const { actor, page } = await read(concernId)
  const status = concernMachine.states.find((state) => state === page?.concern.status)
  if (!page || !status) notFound()
  const { concern, facts } = page
  const step = nextStep(actor, concern)
  const mayWork = canWrite(actor, concern)
  const mayAssign = reaches(actor, 'cases.assign', concern)
  const mayOffer = mayWork && (concern.caseworkerId === actor.userId || mayAssign) && !page.transfer
  const label = (name: string) => {
    const known = concernMachine.states.find((state) => state === name)
    return known ? t(`concerns.status.${known}`) : name
  }
  const seats = seatGroups(
    page.seats.filter((seat) => seat.team_id === concern.teamId),
    locale,
  )
  return (
    <ClientMessages locale={locale} rooms={['concerns.refused', 'cases.refused']}>
      <CaseHeader
        reference={concern.reference}
        title={facts.summary}
        status={{ label: label(status), tone: toneOf[status] }}
        back={{ href: '/forums/concerns', label: t('concerns.title') }}
        facts={[
          { term: t('concerns.page.place'), value: inLocale(locale, { en: facts.place_en, ar: facts.place_ar }) },
          { term: t('concerns.page.team'), value: inLocale(locale, { en: facts.team_en, ar: facts.team_ar }) },
          { term: t('concerns.page.caseworker'), value: <Bdi>{facts.caseworker ?? t('concerns.page.nobody')}</Bdi> },
          ...(concern.dueOn ? [{ term: t('concerns.page.due'), value: format.shortDate(concern.dueOn) }] : []),
        ]}
      />
      <CaseSteps
        steps={concernMachine.steps}
        status={status}
        events={page.events}
        label={label}
        tone={toneOf[status]}
      />
      {page.transfer && (
        <PendingTransfer
          caseId={concern.id}
          transfer={page.transfer}
          answer={page.transfer.toUserId === actor.userId ? answerOffer : null}
        />
      )}
      {step && (
        <section aria-labelledby="next" className="mb-6 rounded-lg border-2 border-action bg-surface p-4 sm:p-6">
          <h2 id="next" className="text-lg font-semibold">
            {t('concerns.next.title')}
          </h2>
          <p className="mt-1">{t(`concerns.next.${step.status}`)}</p>
          <div className="mt-4 space-y-3 empty:hidden">
            {step.deeds.map((deed, index) => (
              <DeedForm key={deed} deed={deed} page={page} isFirst={index === 0} />
            ))}
          </div>
        </section>
      )}
      <div className="grid items-start gap-6 lg:grid-cols-[3fr_2fr]">
        <div className="min-w-0 space-y-6">
          <ConcernFacts page={page} />
          <Section title={t('concerns.actions.title')}>
            <ActionList actions={page.actions} />
          </Section>
          <ChainSection
            title={t('communities.chain.after')}
            empty={t('communities.chain.noneOfForum')}
            {...page.chain}
          />
          <CaseNotes
            caseId={concern.id}
            notes={page.notes}
            add={mayWork ? addConcernNote : null}
            draft={{ key: `note-${concern.id}`, secret: actor.draftKey }}
          />
        </div>
        <div className="min-w-0 space-y-6">
          <CaseDocuments
            home={{ caseId: concern.id }}
            path={`/forums/concerns/${concern.id}`}
            documents={page.documents}
            canAdd={mayWork}
            removal={removalOf(actor, concern, { isOpen: !isClosed(concernMachine, status), isDecided: false })}
            actorId={actor.userId}
            outcome={outcome}
          />
          <CaseTasks
            caseId={concern.id}
            tasks={page.tasks}
            people={seats
              .flatMap((group) => group.choices)
              .map((choice) => ({ ...choice, value: choice.value.slice(0, 36) }))}
            add={mayWork ? addConcernTask : null}
            complete={mayWork ? completeConcernTask : null}
          />
          <Section title={t('cases.timeline.title')}>
            <CaseTimeline events={page.events} status={label} deedPrefix="concerns.timeline" />
          </Section>
          {step && (mayAssign || mayOffer) && (
            <Section title={t('cases.hands.title')}>
              <CaseHands
                caseId={concern.id}
                version={concern.version}
                seats={seats}
                ownSeats={seats}
                assign={mayAssign ? assignConcern : null}
                offer={mayOffer ? offerConcern : null}
              />
            </Section>
          )}
        </div>
      </div>
    </ClientMessages>
  )
}
