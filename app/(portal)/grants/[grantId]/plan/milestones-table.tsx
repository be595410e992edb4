'use client'

import { useState } from 'react'
import { useField } from '@/components/form/form-context'
import { Button } from '@/components/ui/button'
import { mostMilestones } from '@/lib/grants/plan-schema'
import { useTranslations } from '@/lib/i18n/client'
import { Cell } from './cell'
import { PlanTable } from './plan-table'

export type MilestoneRow = { title: string; evidence: string; dueMonth: string }

/** What must be reached before each later tranche, and what will show it. */
export function MilestonesTable({ rows, needed }: { rows: readonly MilestoneRow[]; needed: number }) {
  const t = useTranslations()
  const whole = useField('milestones', false)
  const [count, setCount] = useState(Math.max(needed, rows.length, 1))
  return (
    <PlanTable
      legend={t('plan.milestones')}
      hint={t('plan.milestonesHint', { count: needed })}
      error={whole.error ? { id: whole.id, text: whole.error } : undefined}
    >
      <p className="text-sm text-ink-soft">{t('plan.dueMonthHint')}</p>
      {Array.from({ length: count }, (_, index) => index).map((index) => (
        <div key={index} className="border-b border-line pb-4 last:border-b-0">
          <p className="mb-1 font-medium">{t('plan.milestone', { number: index + 1 })}</p>
          <div className="grid gap-2 sm:grid-cols-[1fr_1fr_7rem]">
            <Cell name={`milestones.${index}.title`} label={t('plan.reached')} value={rows[index]?.title} isText />
            <Cell
              name={`milestones.${index}.evidence`}
              label={t('plan.evidence')}
              value={rows[index]?.evidence}
              isText
            />
            <Cell name={`milestones.${index}.dueMonth`} label={t('plan.dueMonth')} value={rows[index]?.dueMonth} />
          </div>
        </div>
      ))}
      <Button
        variant="secondary"
        size="sm"
        onClick={() => setCount(Math.min(mostMilestones, count + 1))}
        className="needs-script"
      >
        {t('plan.addMilestone')}
      </Button>
    </PlanTable>
  )
}
