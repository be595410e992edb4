'use client'

import type { JobField } from '@/lib/grants/jobs'
import { useTranslations } from '@/lib/i18n/client'
import { Cell } from './cell'
import { PlanTable } from './plan-table'

const rows = [
  { who: 'women', hours: 'fullTime', now: 'jobsNowWomenFull', planned: 'jobsPlannedWomenFull' },
  { who: 'women', hours: 'partTime', now: 'jobsNowWomenPart', planned: 'jobsPlannedWomenPart' },
  { who: 'men', hours: 'fullTime', now: 'jobsNowMenFull', planned: 'jobsPlannedMenFull' },
  { who: 'men', hours: 'partTime', now: 'jobsNowMenPart', planned: 'jobsPlannedMenPart' },
] as const

/** Jobs by sex and hours, now and as planned. */
export function JobsTable({ values }: { values: Record<JobField, number> }) {
  const t = useTranslations()
  return (
    <PlanTable legend={t('plan.jobs')} hint={t('plan.jobsHint')}>
      <div className="grid max-w-lg grid-cols-[1fr_5rem_5rem] gap-2 text-sm">
        <span />
        <span>{t('plan.now')}</span>
        <span>{t('plan.planned')}</span>
      </div>
      {rows.map(({ who, hours, now, planned }) => {
        const name = t('plan.jobsOf', { who: t(`plan.${who}`), hours: t(`plan.${hours}`) })
        return (
          <div key={now} className="grid max-w-lg grid-cols-[1fr_5rem_5rem] items-start gap-2">
            <span className="py-2">{name}</span>
            <Cell
              name={now}
              label={t('plan.jobsOf', { who: name, hours: t('plan.now') })}
              value={values[now]}
              showLabel="never"
            />
            <Cell
              name={planned}
              label={t('plan.jobsOf', { who: name, hours: t('plan.planned') })}
              value={values[planned]}
              showLabel="never"
            />
          </div>
        )
      })}
    </PlanTable>
  )
}
