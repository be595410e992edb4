'use client'

import { useState } from 'react'
import { ActionForm } from '@/components/form/action-form'
import { FormActions } from '@/components/form/form-actions'
import { MoneyField } from '@/components/form/money-field'
import { TextAreaField } from '@/components/form/text-area-field'
import { useActionForm } from '@/components/form/use-action-form'
import type { Currency } from '@/lib/format'
import type { JobField } from '@/lib/grants/jobs'
import { planSchema } from '@/lib/grants/plan-schema'
import { useTranslations } from '@/lib/i18n/client'
import { savePlan } from '../../actions'
import { type BudgetLine, BudgetTable } from './budget-table'
import { type FlowRow, FlowTable } from './flow-table'
import { JobsTable } from './jobs-table'
import { type MilestoneRow, MilestonesTable } from './milestones-table'
import { type Totals, totalsOf } from './totals'

type Props = {
  caseId: string
  version: number
  currency: Currency
  amountMinor: number
  isInKind: boolean
  milestonesNeeded: number
  values: { description: string; market: string; ownContribution: string; expectedMonthlyProfit: string }
  jobs: Record<JobField, number>
  lines: readonly BudgetLine[]
  months: readonly FlowRow[]
  milestones: readonly MilestoneRow[]
  draft: { key: string; secret: string }
}

/** The business plan; its tables add themselves up while they are typed, and the server adds them up again. */
export function PlanForm({ caseId, version, currency, amountMinor, values, draft, ...tables }: Props) {
  const t = useTranslations()
  const form = useActionForm(planSchema, savePlan, { draft })
  const [totals, setTotals] = useState<Totals | null>(null)
  const add = () => {
    if (form.formRef.current) setTotals(totalsOf(new FormData(form.formRef.current), currency))
  }
  const filled = () => {
    form.onInput()
    add()
  }
  return (
    <ActionForm form={form} hidden={{ caseId, version, currency }} className="max-w-4xl space-y-6">
      <div onInput={add} className="space-y-6">
        <TextAreaField
          name="description"
          rows={5}
          label={t('plan.description')}
          hint={t('plan.descriptionHint')}
          defaultValue={values.description}
        />
        <TextAreaField
          name="market"
          rows={3}
          optional
          label={t('plan.market')}
          hint={t('plan.marketHint')}
          defaultValue={values.market}
        />
        <BudgetTable
          lines={tables.lines}
          currency={currency}
          amountMinor={amountMinor}
          isInKind={tables.isInKind}
          totals={totals}
        />
        <div className="grid gap-5 sm:grid-cols-2">
          <MoneyField
            name="ownContribution"
            label={t('plan.own')}
            currency={currency}
            defaultValue={values.ownContribution}
          />
          <MoneyField
            name="expectedMonthlyProfit"
            label={t('plan.profit')}
            currency={currency}
            defaultValue={values.expectedMonthlyProfit}
          />
        </div>
        <FlowTable rows={tables.months} currency={currency} totals={totals} formRef={form.formRef} onFilled={filled} />
        <MilestonesTable rows={tables.milestones} needed={tables.milestonesNeeded} />
        <JobsTable values={tables.jobs} />
      </div>
      <FormActions
        submit={t('plan.save')}
        pending={form.pending}
        cancel={{ href: `/grants/${caseId}`, label: t('grants.form.cancel') }}
      />
    </ActionForm>
  )
}
