'use client'

import { type FormEvent, useState } from 'react'
import { ActionForm } from '@/components/form/action-form'
import { Fieldset } from '@/components/form/fieldset'
import { FormActions } from '@/components/form/form-actions'
import { MoneyField } from '@/components/form/money-field'
import { TextAreaField } from '@/components/form/text-area-field'
import { TextField } from '@/components/form/text-field'
import { useActionForm } from '@/components/form/use-action-form'
import type { Currency } from '@/lib/format'
import { type JobField, jobFields } from '@/lib/grants/jobs'
import { planSchema } from '@/lib/grants/schemas'
import { useTranslations } from '@/lib/i18n/client'
import { savePlan } from '../../actions'
import { type BudgetLine, BudgetTable } from './budget-table'
import { type Totals, totalsOf } from './totals'

type Props = {
  caseId: string
  version: number
  currency: Currency
  amountMinor: number
  values: {
    description: string
    ownContribution: string
    expectedMonthlyProfit: string
  } & Record<JobField, number>
  lines: readonly BudgetLine[]
  draft: { key: string; secret: string }
}

/** The business plan; the budget adds itself up while it is typed, and the server adds it up again. */
export function PlanForm({ caseId, version, currency, amountMinor, values, lines, draft }: Props) {
  const t = useTranslations()
  const form = useActionForm(planSchema, savePlan, { draft })
  const [totals, setTotals] = useState<Totals | null>(null)
  const add = (event: FormEvent<HTMLDivElement>) => {
    const element = event.currentTarget.closest('form')
    if (element) setTotals(totalsOf(new FormData(element), currency))
  }
  return (
    <ActionForm form={form} hidden={{ caseId, version, currency }} className="max-w-4xl space-y-6">
      <div onInput={add} className="space-y-6">
        <TextAreaField
          name="description"
          rows={5}
          label={t('grants.plan.description')}
          hint={t('grants.plan.descriptionHint')}
          defaultValue={values.description}
        />
        <BudgetTable lines={lines} currency={currency} amountMinor={amountMinor} totals={totals} />
        <div className="grid gap-5 sm:grid-cols-2">
          <MoneyField
            name="ownContribution"
            label={t('grants.plan.own')}
            currency={currency}
            defaultValue={values.ownContribution}
          />
          <MoneyField
            name="expectedMonthlyProfit"
            label={t('grants.plan.profit')}
            currency={currency}
            defaultValue={values.expectedMonthlyProfit}
          />
        </div>
        <Fieldset legend={t('grants.plan.jobs')}>
          <div className="grid gap-5 sm:grid-cols-4">
            {jobFields.map((name) => (
              <TextField
                key={name}
                name={name}
                label={t(`grants.plan.${name}`)}
                inputMode="numeric"
                width="short"
                dir="ltr"
                defaultValue={values[name]}
              />
            ))}
          </div>
        </Fieldset>
      </div>
      <FormActions
        submit={t('grants.plan.save')}
        pending={form.pending}
        cancel={{ href: `/grants/${caseId}`, label: t('grants.form.cancel') }}
      />
    </ActionForm>
  )
}
