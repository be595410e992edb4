import { getI18n } from '@/app/i18n'
import { DateField } from '@/components/form/date-field'
import { PlainForm } from '@/components/form/plain-form'
import { RadioField } from '@/components/form/radio-field'
import { TextAreaField } from '@/components/form/text-area-field'
import { Badge } from '@/components/ui/badge'
import { Bdi } from '@/components/ui/bdi'
import { Disclosure } from '@/components/ui/disclosure'
import { ProgressBar } from '@/components/ui/progress-bar'
import { Section } from '@/components/ui/section'
import { defectSeverities, inspectionStates } from '@/lib/communities/projects/domain'
import type { ProjectPage } from '@/lib/communities/projects/queries'
import { baghdadDay } from '@/lib/format'
import { addDefect, fixDefect } from '../actions'

type Props = { page: ProjectPage; keeps: boolean }

/** Visits to the site, the latest first: how far the works were, and what was not in order. */
export async function InspectionsSection({ page }: { page: ProjectPage }) {
  const { t, format } = await getI18n()
  const { row, inspections } = page
  const percent = format.percent(row.progress / 100)
  return (
    <Section id="inspections" title={t('projects.inspection.title')}>
      <p className="mb-2 flex justify-between gap-4">
        <span>{t('projects.progress')}</span>
        <span className="font-semibold">{percent}</span>
      </p>
      <ProgressBar label={t('projects.progress')} value={row.progress} max={100} text={percent} tone="good" />
      {inspections.length === 0 && <p className="mt-4 text-ink-soft">{t('projects.inspection.none')}</p>}
      <ul className="mt-4 divide-y divide-line">
        {inspections.map((one) => {
          const wrong = one.items.filter((item) => item.finding === 'defect')
          return (
            <li key={one.id} className="py-3">
              <p className="flex flex-wrap justify-between gap-x-4 font-medium">
                {format.date(one.inspectedOn)} <span>{format.percent(one.progress / 100)}</span>
              </p>
              <p className="text-sm text-ink-soft">
                <Bdi>{one.by}</Bdi> ·{' '}
                {t('projects.inspection.checked', { count: one.items.length, wrong: wrong.length })}
              </p>
              {wrong.length > 0 && (
                <ul className="mt-1 list-disc ps-5 text-sm">
                  {wrong.map((item) => (
                    <li key={item.item}>
                      {t(`projects.inspection.item.${item.item}`)}: <Bdi>{item.remark}</Bdi>
                    </li>
                  ))}
                </ul>
              )}
              {one.remark && (
                <p dir="auto" className="mt-1 text-sm">
                  {one.remark}
                </p>
              )}
            </li>
          )
        })}
      </ul>
    </Section>
  )
}

const toneOf = { minor: 'neutral', major: 'warning', critical: 'danger' } as const

/** What the contractor has to put right, and what was. */
export async function DefectsSection({ page, keeps }: Props) {
  const { t, format } = await getI18n()
  const { project, defects } = page
  const mayAdd = keeps && inspectionStates.some((state) => state === project.status)
  if (defects.length === 0 && !mayAdd) return null
  const today = baghdadDay(new Date())
  const ref = { projectId: project.id, version: project.version }
  return (
    <Section id="defects" title={t('projects.defects.title')}>
      {defects.length === 0 && <p className="text-ink-soft">{t('projects.defects.none')}</p>}
      <ul className="divide-y divide-line">
        {defects.map((defect) => (
          <li key={defect.id} className="space-y-2 py-3 first:pt-0">
            <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
              <Bdi>{defect.description}</Bdi>
              <Badge tone={defect.fixedOn ? 'good' : toneOf[defect.severity]}>
                {defect.fixedOn ? t('projects.defects.fixed') : t(`projects.defects.severity.${defect.severity}`)}
              </Badge>
            </div>
            <p className="text-sm text-ink-soft">
              {defect.fixedOn
                ? t('projects.defects.fixedOn', { day: format.shortDate(defect.fixedOn) })
                : t(defect.fixBy < today ? 'projects.defects.late' : 'projects.defects.fixBy', {
                    day: format.shortDate(defect.fixBy),
                  })}
              {defect.note && (
                <>
                  {' · '}
                  <Bdi>{defect.note}</Bdi>
                </>
              )}
            </p>
            {keeps && !defect.fixedOn && (
              <Disclosure label={t('projects.defects.fix')}>
                <PlainForm
                  action={fixDefect}
                  hidden={{ ...ref, defectId: defect.id }}
                  submit={t('projects.defects.fix')}
                  label={`${t('projects.defects.fix')}: ${defect.description}`}
                  variant="secondary"
                  className="space-y-5"
                >
                  <DateField name="fixedOn" label={t('projects.defects.fixedOnLabel')} defaultValue={today} />
                  <TextAreaField name="note" optional rows={2} maxLength={500} label={t('projects.defects.note')} />
                </PlainForm>
              </Disclosure>
            )}
          </li>
        ))}
      </ul>
      {mayAdd && (
        <div className="mt-4">
          <Disclosure label={t('projects.defects.add')}>
            <PlainForm
              action={addDefect}
              hidden={ref}
              submit={t('projects.defects.add')}
              label={t('projects.defects.add')}
              variant="secondary"
              className="space-y-5"
            >
              <TextAreaField name="description" rows={2} maxLength={500} label={t('projects.defects.description')} />
              <RadioField
                name="severity"
                inline
                label={t('projects.defects.severityWord')}
                choices={defectSeverities.map((value) => ({ value, label: t(`projects.defects.severity.${value}`) }))}
              />
              <DateField name="fixBy" label={t('projects.inspection.fixBy')} />
            </PlainForm>
          </Disclosure>
        </div>
      )}
    </Section>
  )
}
