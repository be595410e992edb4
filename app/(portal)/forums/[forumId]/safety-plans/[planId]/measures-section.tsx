import Link from 'next/link'
import { getI18n } from '@/app/i18n'
import { DateField } from '@/components/form/date-field'
import { PlainForm } from '@/components/form/plain-form'
import { TextAreaField } from '@/components/form/text-area-field'
import { Badge } from '@/components/ui/badge'
import { Bdi } from '@/components/ui/bdi'
import { Disclosure } from '@/components/ui/disclosure'
import { Section } from '@/components/ui/section'
import { baghdadDay } from '@/lib/format'
import { toneOfSeverity } from '@/lib/forums/concerns/tones'
import type { Measure, PlanPage } from '@/lib/forums/safety-plans/queries'
import { removeMeasure, reviewMeasure } from '../actions'

/** What the plan does, by priority: who, when it is looked at again, and what was found. */
export async function MeasuresSection({ page, canKeep }: { page: PlanPage; canKeep: boolean }) {
  const { t } = await getI18n()
  const { measures } = page
  return (
    <Section title={t('safetyPlans.measures')} id="measures">
      {measures.length === 0 ? (
        <p className="text-ink-soft">{t('safetyPlans.noMeasures')}</p>
      ) : (
        <ul className="divide-y divide-line">
          {measures.map((measure) => (
            <MeasureRow key={measure.id} measure={measure} page={page} canKeep={canKeep} />
          ))}
        </ul>
      )}
    </Section>
  )
}

type RowProps = { measure: Measure; page: PlanPage; canKeep: boolean }

async function MeasureRow({ measure, page, canKeep }: RowProps) {
  const { t, format } = await getI18n()
  const { plan } = page
  const isDue = measure.reviewed_on === null && measure.review_on <= baghdadDay(new Date())
  const when = measure.reviewed_on
    ? t('safetyPlans.reviewedOn', { day: format.shortDate(measure.reviewed_on) })
    : t('safetyPlans.dueOn', { day: format.shortDate(measure.review_on) })
  return (
    <li className="space-y-2 py-4 first:pt-0 last:pb-0">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
        <p className="min-w-0 font-medium">
          {format.number(measure.position)}. <Bdi>{measure.measure}</Bdi>
        </p>
        <Badge tone={toneOfSeverity[measure.priority]}>{t(`concerns.severity.${measure.priority}`)}</Badge>
      </div>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-ink-soft">
        <span>
          {t('safetyPlans.responsible')}: <Bdi>{measure.responsible}</Bdi>
        </span>
        {plan.adoptedOn && isDue ? <Badge tone="warning">{when}</Badge> : <span>{when}</span>}
      </p>
      {measure.case_id && measure.summary && (
        <p className="text-sm">
          <Link
            href={`/forums/concerns/${measure.case_id}`}
            prefetch={false}
            className="touch-link text-action underline"
          >
            <Bdi>{measure.summary}</Bdi>
          </Link>
        </p>
      )}
      {measure.finding && (
        <p dir="auto" className="whitespace-pre-line border-s-4 border-line ps-3">
          {measure.finding}
        </p>
      )}
      {canKeep && <MeasureForm measure={measure} plan={plan} />}
    </li>
  )
}

async function MeasureForm({ measure, plan }: { measure: Measure; plan: PlanPage['plan'] }) {
  const { t } = await getI18n()
  const hidden = { planId: plan.id, version: plan.version, measureId: measure.id }
  if (!plan.adoptedOn) {
    const label = `${t('safetyPlans.remove')}: ${measure.measure}`
    return (
      <PlainForm
        action={removeMeasure}
        hidden={hidden}
        submit={t('safetyPlans.remove')}
        variant="quiet"
        label={label}
      />
    )
  }
  if (measure.reviewed_on) return null
  return (
    <Disclosure label={t('safetyPlans.review')}>
      <PlainForm
        action={reviewMeasure}
        hidden={hidden}
        submit={t('safetyPlans.saveReview')}
        label={`${t('safetyPlans.review')}: ${measure.measure}`}
      >
        <TextAreaField name="finding" rows={3} maxLength={1000} label={t('safetyPlans.finding')} />
        <DateField name="againOn" optional label={t('safetyPlans.againOn')} hint={t('safetyPlans.againHint')} />
      </PlainForm>
    </Disclosure>
  )
}
