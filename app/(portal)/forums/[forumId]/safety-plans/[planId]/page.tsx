import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getI18n } from '@/app/i18n'
import { CaseHeader } from '@/components/case/case-header'
import { Timeline } from '@/components/case/timeline'
import { buttonClass } from '@/components/ui/button-class'
import { LinkButton } from '@/components/ui/link-button'
import { Section } from '@/components/ui/section'
import { canKeep } from '@/lib/forums/policy'
import { ClientMessages } from '@/lib/i18n/client-messages'
import { inLocale } from '@/lib/i18n/in-locale'
import { isolated } from '@/lib/i18n/isolated'
import { translateRefusal } from '@/lib/i18n/translator'
import { AddMeasure } from './add-measure'
import { MeasuresSection } from './measures-section'
import { NextCard } from './next-card'
import { type PlanParams, read } from './read'

export async function generateMetadata({ params }: { params: PlanParams }): Promise<Metadata> {
  const [{ t }, { forumId, planId }] = await Promise.all([getI18n(), params])
  const { page } = await read(forumId, planId)
  return { title: t(page ? 'safetyPlans.title' : 'common.states.notFoundTitle') }
}

/** A security safety plan: where it stands, its measures by priority, and what reviews found. */
export default async function PlanPage({ params }: { params: PlanParams }) {
  const [{ t, locale, format }, { forumId, planId }] = await Promise.all([getI18n(), params])
  const { actor, page } = await read(forumId, planId)
  if (!page) notFound()
  const { forum, plan, events } = page
  const keeps = canKeep(actor, forum)
  const status = plan.adoptedOn ? 'adopted' : 'draft'
  const here = `/forums/${forum.id}/safety-plans/${plan.id}`
  return (
    <ClientMessages
      locale={locale}
      rooms={['safetyPlans.errors', 'safetyPlans.refused', 'concerns.guard', 'concerns.refused']}
    >
      <CaseHeader
        reference={forum.reference}
        title={t('safetyPlans.title')}
        status={{ label: t(`safetyPlans.status.${status}`), tone: plan.adoptedOn ? 'good' : 'info' }}
        back={{ href: `/forums/${forum.id}`, label: inLocale(locale, { en: plan.nameEn, ar: plan.nameAr }) }}
        facts={[
          { term: t('safetyPlans.time'), value: `${format.date(plan.startsOn)} – ${format.date(plan.endsOn)}` },
          ...(plan.adoptedOn ? [{ term: t('safetyPlans.adoptedOn'), value: format.date(plan.adoptedOn) }] : []),
        ]}
        action={
          <>
            {keeps && !plan.adoptedOn && (
              <LinkButton href={`${here}/edit`} variant="secondary">
                {t('safetyPlans.edit')}
              </LinkButton>
            )}
            <a href={`${here}/plan.pdf`} className={buttonClass('secondary')}>
              {t('safetyPlans.print')}
            </a>
          </>
        }
      />
      <NextCard actor={actor} page={page} />
      <div className="grid items-start gap-6 lg:grid-cols-[3fr_2fr]">
        <div className="min-w-0 space-y-6">
          <MeasuresSection page={page} canKeep={keeps} />
          {keeps && !plan.adoptedOn && <AddMeasure page={page} />}
        </div>
        <div className="min-w-0 space-y-6">
          {plan.situation && (
            <Section title={t('safetyPlans.situation')}>
              <p dir="auto" className="whitespace-pre-line">
                {plan.situation}
              </p>
            </Section>
          )}
          <Section title={t('cases.timeline.title')}>
            <Timeline
              label={t('cases.timeline.title')}
              entries={events.map((event) => ({
                id: event.id,
                at: event.at.toISOString(),
                when: format.dateTime(event.at),
                sentence: translateRefusal(t, {
                  key: `safetyPlans.timeline.${event.data.deed ?? 'write'}`,
                  params: { actor: isolated(event.actor ?? '–'), count: format.number(event.data.count ?? 0) },
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
