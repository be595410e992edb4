import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { getI18n } from '@/app/i18n'
import { CaseDocuments } from '@/components/case/case-documents'
import { CaseHands, PendingTransfer } from '@/components/case/case-hands'
import { CaseHeader } from '@/components/case/case-header'
import { CaseSteps } from '@/components/case/case-steps'
import { CaseTasks } from '@/components/case/case-tasks'
import { CaseTimeline } from '@/components/case/case-timeline'
import { seatGroups } from '@/components/case/seats'
import { Bdi } from '@/components/ui/bdi'
import { Section } from '@/components/ui/section'
import { reaches } from '@/lib/auth/actor'
import { requireActor } from '@/lib/auth/session'
import { isClosed } from '@/lib/cases/machine'
import { removalOf } from '@/lib/documents/policy'
import { ClientMessages } from '@/lib/i18n/client-messages'
import { inLocale } from '@/lib/i18n/in-locale'
import { isId } from '@/lib/ids'
import { fullName } from '@/lib/people/identity'
import { referralMachine } from '@/lib/referrals/machine'
import { nextStep } from '@/lib/referrals/next-step'
import { canReadClinical, canRecord } from '@/lib/referrals/policy'
import { getReferral } from '@/lib/referrals/queries'
import { toneOf } from '@/lib/referrals/tones'
import { addReferralTask, answerOffer, assignReferral, completeReferralTask, offerReferral } from '../actions'
import { AttemptsSection } from './attempts-section'
import { ClinicalSection } from './clinical-section'
import { detailOf } from './event-detail'
import { ReferralFacts } from './facts'
import { LinkSection } from './link-section'
import { NextCard } from './next-card'

type Search = { document?: string | string[]; medical?: string | string[]; slip?: string | string[] }
type Props = { params: Promise<{ referralId: string }>; searchParams: Promise<Search> }

const read = cache(async (referralId: string, withClinical: boolean) => {
  const actor = await requireActor()
  const page = isId(referralId) ? await getReferral(actor, referralId, withClinical) : null
  return { actor, page }
})

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const [{ t }, { referralId }, { medical }] = await Promise.all([getI18n(), params, searchParams])
  const { page } = await read(referralId, medical === '1')
  return { title: page ? page.referral.reference : t('common.states.notFoundTitle') }
}

export default async function ReferralPage({ params, searchParams }: Props) {
  const [{ t, locale, format }, { referralId }, { document: outcome, medical, slip }] = await Promise.all([
    getI18n(),
    params,
    searchParams,
  ])
  const { actor, page } = await read(referralId, medical === '1')
  const status = referralMachine.states.find((state) => state === page?.referral.status)
  if (!page || !status) notFound()
  const { referral, facts } = page
  const step = nextStep(actor, referral)
  const mayRecord = canRecord(actor, referral)
  const isHealthStaff = canReadClinical(actor, referral)
  const mayAssign = reaches(actor, 'cases.assign', referral)
  const mayOffer = mayRecord && (referral.caseworkerId === actor.userId || mayAssign) && !page.transfer
  const name = fullName({
    givenName: facts.given_name,
    fatherName: facts.father_name,
    grandfatherName: facts.grandfather_name,
    familyName: facts.family_name,
  })
  const label = (name: string) => {
    const known = referralMachine.states.find((state) => state === name)
    return known ? t(`referrals.status.${known}`) : name
  }
  const seats = seatGroups(page.seats, locale)
  const ownSeats = seatGroups(
    page.seats.filter((seat) => actor.teams.includes(seat.team_id)),
    locale,
  )
  return (
    <ClientMessages
      locale={locale}
      rooms={['referrals.refused', 'referrals.errors', 'cases.refused', 'loop.handed', 'loop.refused', 'loop.errors']}
    >
      <CaseHeader
        reference={referral.reference}
        title={name}
        status={{ label: label(status), tone: toneOf[status] }}
        back={{ href: '/referrals', label: t('referrals.title') }}
        facts={[
          {
            term: t('referrals.facts.facility'),
            value: <Bdi>{inLocale(locale, { en: facts.facility_en, ar: facts.facility_ar })}</Bdi>,
          },
          { term: t('referrals.facts.place'), value: inLocale(locale, { en: facts.place_en, ar: facts.place_ar }) },
          { term: t('referrals.facts.team'), value: inLocale(locale, { en: facts.team_en, ar: facts.team_ar }) },
          {
            term: t('referrals.facts.caseworker'),
            value: <Bdi>{facts.caseworker ?? t('referrals.list.nobody')}</Bdi>,
          },
          ...(referral.dueAt ? [{ term: t('referrals.facts.due'), value: format.dateTime(referral.dueAt) }] : []),
        ]}
      />
      <CaseSteps
        steps={referralMachine.steps}
        status={status}
        events={page.events}
        label={label}
        tone={toneOf[status]}
      />
      {page.transfer && (
        <PendingTransfer
          caseId={referral.id}
          transfer={page.transfer}
          answer={page.transfer.toUserId === actor.userId ? answerOffer : null}
        />
      )}
      {step && <NextCard page={page} step={step} canRefer={mayRecord} />}
      <div className="grid items-start gap-6 lg:grid-cols-[3fr_2fr]">
        <div className="min-w-0 space-y-6">
          <ReferralFacts page={page} name={name} />
          <ClinicalSection page={page} canRead={isHealthStaff} secret={actor.draftKey} />
          <AttemptsSection page={page} canRecord={mayRecord} />
        </div>
        <div className="min-w-0 space-y-6">
          <LinkSection page={page} canMake={isHealthStaff} canRecord={mayRecord} wasRefused={slip === 'refused'} />
          {isHealthStaff && (
            <CaseDocuments
              home={{ caseId: referral.id }}
              path={`/referrals/${referral.id}`}
              documents={page.documents}
              canAdd={mayRecord}
              removal={removalOf(actor, referral, {
                isOpen: !isClosed(referralMachine, status),
                isDecided: false,
              })}
              actorId={actor.userId}
              outcome={outcome}
            />
          )}
          <CaseTasks
            caseId={referral.id}
            tasks={page.tasks}
            people={ownSeats
              .flatMap((group) => group.choices)
              .filter((choice) => choice.value.endsWith(referral.teamId))
              .map((choice) => ({ ...choice, value: choice.value.slice(0, 36) }))}
            add={mayRecord ? addReferralTask : null}
            complete={mayRecord ? completeReferralTask : null}
          />
          <Section title={t('cases.timeline.title')}>
            <CaseTimeline
              events={page.events}
              status={label}
              deedPrefix="referrals.timeline"
              detail={(event) => detailOf(t, event)}
            />
          </Section>
          {step && step.status !== 'over' && (mayAssign || mayOffer) && (
            <Section title={t('cases.hands.title')}>
              <CaseHands
                caseId={referral.id}
                version={referral.version}
                seats={seats}
                ownSeats={actor.scope === 'all' ? seats : ownSeats}
                assign={mayAssign ? assignReferral : null}
                offer={mayOffer ? offerReferral : null}
              />
            </Section>
          )}
        </div>
      </div>
    </ClientMessages>
  )
}
