import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getI18n } from '@/app/i18n'
import { CaseDocuments } from '@/components/case/case-documents'
import { CaseHeader } from '@/components/case/case-header'
import { CaseSteps } from '@/components/case/case-steps'
import { Bdi } from '@/components/ui/bdi'
import { DetailsList } from '@/components/ui/details-list'
import { LinkButton } from '@/components/ui/link-button'
import { Section } from '@/components/ui/section'
import { isClosed } from '@/lib/cases/machine'
import { planMachine } from '@/lib/communities/plans/machine'
import { toneOf } from '@/lib/communities/plans/tones'
import { canKeep } from '@/lib/communities/policy'
import { removalOf } from '@/lib/documents/policy'
import { ClientMessages } from '@/lib/i18n/client-messages'
import { inLocale } from '@/lib/i18n/in-locale'
import { TimelineSection } from '../../timeline-section'
import { NeedsSection } from './needs-section'
import { NextCard } from './next-card'
import { read } from './read'

type Props = { params: Promise<{ planId: string }>; searchParams: Promise<{ document?: string | string[] }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ t }, { planId }] = await Promise.all([getI18n(), params])
  const { page } = await read(planId)
  return { title: page ? page.row.reference : t('common.states.notFoundTitle') }
}

/** A community's action plan: where it stands, its needs in order, and what came of them. */
export default async function PlanPage({ params, searchParams }: Props) {
  const [{ t, locale, format }, { planId }, { document }] = await Promise.all([getI18n(), params, searchParams])
  const { actor, page } = await read(planId)
  if (!page) notFound()
  const { plan, row } = page
  const isOpen = !isClosed(planMachine, plan.status)
  const keeps = canKeep(actor, plan) && isOpen
  const label = (status: string) => {
    const known = planMachine.states.find((state) => state === status)
    return known ? t(`communities.plans.status.${known}`) : status
  }
  const on = (day: string | null) => day && format.date(day)
  return (
    <ClientMessages
      locale={locale}
      rooms={['communities.errors', 'communities.refused', 'cases.refused', 'cases.documents']}
    >
      <CaseHeader
        reference={row.reference}
        title={inLocale(locale, { en: row.titleEn, ar: row.titleAr })}
        status={{ label: label(plan.status), tone: toneOf[plan.status] }}
        back={{ href: '/communities/plans', label: t('communities.plans.title') }}
        facts={[
          { term: t('communities.place'), value: inLocale(locale, { en: row.placeEn, ar: row.placeAr }) },
          {
            term: t('communities.plans.period'),
            value: `${format.shortDate(row.startsOn)} – ${format.shortDate(row.endsOn)}`,
          },
        ]}
        action={
          <>
            <LinkButton href={`/communities/plans/${plan.id}/plan.pdf`} variant="secondary">
              {t('communities.plans.print')}
            </LinkButton>
            {keeps && (
              <LinkButton href={`/communities/plans/${plan.id}/edit`} variant="secondary">
                {t('communities.change')}
              </LinkButton>
            )}
          </>
        }
      />
      <CaseSteps
        steps={planMachine.steps}
        status={plan.status}
        events={page.events}
        label={label}
        tone={toneOf[plan.status]}
      />
      <NextCard page={page} canKeep={keeps} />
      <div className="grid items-start gap-6 lg:grid-cols-[3fr_2fr]">
        <div className="min-w-0 space-y-6">
          <NeedsSection page={page} canRank={keeps && plan.status === 'drafting'} />
        </div>
        <div className="min-w-0 space-y-6">
          <Section title={t('communities.about')}>
            <DetailsList
              items={[
                { term: t('communities.plans.partners'), value: row.partners && <Bdi>{row.partners}</Bdi> },
                { term: t('communities.team'), value: inLocale(locale, { en: row.teamEn, ar: row.teamAr }) },
                { term: t('communities.plans.validatedOn'), value: on(row.validatedOn) },
                { term: t('communities.plans.validatedBy'), value: row.validatedBy && <Bdi>{row.validatedBy}</Bdi> },
                { term: t('communities.plans.endorsedBy'), value: row.endorsedBy && <Bdi>{row.endorsedBy}</Bdi> },
                { term: t('communities.plans.endorsedOn'), value: on(row.endorsedOn) },
                ...(row.review
                  ? [
                      { term: t('communities.plans.reviewedOn'), value: on(row.reviewedOn) },
                      { term: t('communities.plans.review'), value: <Bdi>{row.review}</Bdi> },
                    ]
                  : []),
              ]}
            />
          </Section>
          <CaseDocuments
            home={{ planId: plan.id }}
            path={`/communities/plans/${plan.id}`}
            documents={page.documents}
            canAdd={keeps}
            removal={keeps ? removalOf(actor, plan, { isOpen, isDecided: false }) : 'none'}
            actorId={actor.userId}
            outcome={document}
          />
          <TimelineSection events={page.events} room="communities.plans" />
        </div>
      </div>
    </ClientMessages>
  )
}
