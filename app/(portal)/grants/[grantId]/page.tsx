import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { getI18n } from '@/app/i18n'
import { CaseDocuments } from '@/components/case/case-documents'
import { CaseHands, PendingTransfer } from '@/components/case/case-hands'
import { CaseHeader } from '@/components/case/case-header'
import { CaseNotes } from '@/components/case/case-notes'
import { CaseTasks } from '@/components/case/case-tasks'
import { CaseTimeline } from '@/components/case/case-timeline'
import { seatGroups } from '@/components/case/seats'
import { Bdi } from '@/components/ui/bdi'
import { LinkButton } from '@/components/ui/link-button'
import { Section } from '@/components/ui/section'
import { requireActor } from '@/lib/auth/session'
import { deedsFrom, isClosed } from '@/lib/cases/machine'
import { isDecision, removalOf } from '@/lib/documents/policy'
import { grantMachine } from '@/lib/grants/machine'
import { nextStep } from '@/lib/grants/next-step'
import { canEnd, mayOn } from '@/lib/grants/policy'
import { getGrant } from '@/lib/grants/queries'
import { toneOf } from '@/lib/grants/tones'
import { ClientMessages } from '@/lib/i18n/client-messages'
import { inLocale } from '@/lib/i18n/in-locale'
import { isId } from '@/lib/ids'
import { addGrantNote, addGrantTask, answerOffer, assignGrant, completeGrantTask, offerGrant } from '../actions'
import { CaseParts } from './case-parts'
import { EndForms } from './end-forms'
import { GrantFacts } from './facts'
import { NextCard } from './next-card'
import { PaymentsSection } from './payments-section'
import { PlanSection } from './plan-section'
import { ScreeningSection, VerificationSection } from './review-sections'
import { GrantSteps } from './steps'

type Props = { params: Promise<{ grantId: string }>; searchParams: Promise<{ document?: string | string[] }> }

const read = cache(async (grantId: string) => {
  const actor = await requireActor()
  const page = isId(grantId) ? await getGrant(actor, grantId) : null
  return { actor, page }
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ t }, { page }] = await Promise.all([getI18n(), params.then(({ grantId }) => read(grantId))])
  return { title: page ? page.grant.reference : t('common.states.notFoundTitle') }
}

export default async function GrantPage({ params, searchParams }: Props) {
  const { document: outcome } = await searchParams
  const [{ t, locale, format }, { actor, page }] = await Promise.all([
    getI18n(),
    params.then(({ grantId }) => read(grantId)),
  ])
  const status = grantMachine.states.find((state) => state === page?.grant.status)
  if (!page || !status) notFound()
  const { grant, card } = page
  const step = nextStep(actor, grant)
  const mayWork = mayOn(actor, 'grants.write', grant)
  const mayAssign = mayOn(actor, 'cases.assign', grant)
  const mayOffer = mayWork && (grant.caseworkerId === actor.userId || mayAssign) && !page.transfer
  const { request } = card
  const name = [request.givenName, request.fatherName, request.grandfatherName, request.familyName]
    .filter(Boolean)
    .join(' ')
  const canStillEnd = deedsFrom(grantMachine, status).includes('withdraw') && canEnd(actor, grant) === true
  const isDecided = card.decisions.length > 0 || status.startsWith('pending')
  const seats = seatGroups(page.seats, locale)
  const ownSeats = seatGroups(
    page.seats.filter((seat) => actor.teams.includes(seat.team_id)),
    locale,
  )
  return (
    <ClientMessages locale={locale} rooms={['grants.refused', 'cases.refused', 'grants.errors']}>
      <CaseHeader
        reference={grant.reference}
        title={name}
        status={{ label: t(`grants.status.${status}`), tone: toneOf[status] }}
        back={{ href: '/grants', label: t('grants.title') }}
        facts={[
          { term: t('grants.facts.place'), value: inLocale(locale, page.place) },
          { term: t('grants.facts.team'), value: inLocale(locale, page.team) },
          { term: t('grants.facts.caseworker'), value: <Bdi>{page.caseworker ?? t('grants.list.nobody')}</Bdi> },
          ...(page.dueOn ? [{ term: t('grants.facts.due'), value: format.shortDate(page.dueOn) }] : []),
        ]}
        action={
          isDecided &&
          !(step?.isMine && status.startsWith('pending')) && (
            <LinkButton href={`/grants/${grant.id}/decision`} variant="secondary">
              {t('grants.next.see')}
            </LinkButton>
          )
        }
      />
      <GrantSteps status={status} events={page.events} />
      <CaseParts grantId={grant.id} status={status} events={page.events} />
      {page.transfer && (
        <PendingTransfer
          caseId={grant.id}
          transfer={page.transfer}
          answer={page.transfer.toUserId === actor.userId ? answerOffer : null}
        />
      )}
      {step && <NextCard page={page} step={step} />}
      <div className="grid items-start gap-6 lg:grid-cols-[3fr_2fr]">
        <div className="min-w-0 space-y-6">
          <PaymentsSection caseId={grant.id} tranches={page.tranches} />
          <GrantFacts card={card} />
          <ScreeningSection card={card} />
          <VerificationSection card={card} />
          <PlanSection card={card} />
        </div>
        <div className="min-w-0 space-y-6">
          <CaseDocuments
            home={{ caseId: grant.id }}
            path={`/grants/${grant.id}`}
            documents={page.documents}
            canAdd={mayWork}
            removal={
              mayWork
                ? removalOf(actor, grant, {
                    isOpen: !isClosed(grantMachine, status),
                    isDecided: page.events.some(isDecision),
                  })
                : 'none'
            }
            actorId={actor.userId}
            outcome={outcome}
          />
          <CaseTasks
            caseId={grant.id}
            tasks={page.tasks}
            people={ownSeats
              .flatMap((group) => group.choices)
              .filter((choice) => choice.value.endsWith(grant.teamId))
              .map((choice) => ({ ...choice, value: choice.value.slice(0, 36) }))}
            add={mayWork ? addGrantTask : null}
            complete={mayWork ? completeGrantTask : null}
          />
          <CaseNotes
            caseId={grant.id}
            notes={page.notes}
            add={mayWork ? addGrantNote : null}
            draft={{ key: `note-${grant.id}`, secret: actor.draftKey }}
          />
          <Section title={t('cases.timeline.title')}>
            <CaseTimeline
              events={page.events}
              status={(name) => {
                const known = grantMachine.states.find((state) => state === name)
                return known ? t(`grants.status.${known}`) : name
              }}
              deedPrefix="grants.timeline"
            />
          </Section>
          {step && (mayAssign || mayOffer || canStillEnd) && (
            <Section title={t('cases.hands.title')}>
              <div className="space-y-3">
                <CaseHands
                  caseId={grant.id}
                  version={grant.version}
                  seats={seats}
                  ownSeats={actor.scope === 'all' ? seats : ownSeats}
                  assign={mayAssign ? assignGrant : null}
                  offer={mayOffer ? offerGrant : null}
                />
                {canStillEnd && <EndForms caseId={grant.id} version={grant.version} />}
              </div>
            </Section>
          )}
        </div>
      </div>
    </ClientMessages>
  )
}
