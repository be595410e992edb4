'use client'

import type { RefObject } from 'react'
import { useField } from '@/components/form/form-context'
import { Button } from '@/components/ui/button'
import type { Currency } from '@/lib/format'
import { useTranslations } from '@/lib/i18n/client'
import { Cell } from './cell'
import { PlanTable } from './plan-table'
import { plainAmount, type Totals } from './totals'

export type FlowRow = { income: string; cost: string }

type Props = {
  rows: readonly FlowRow[]
  currency: Currency
  totals: Totals | null
  formRef: RefObject<HTMLFormElement | null>
  /** Called when rows were filled without typing. */
  onFilled: () => void
}

const months = Array.from({ length: 12 }, (_, index) => index)

/** Twelve months of income and cost, with the running balance while it is typed. */
export function FlowTable({ rows, currency, totals, formRef, onFilled }: Props) {
  const t = useTranslations()
  const whole = useField('months', false)
  /** Each month in which nothing stands gets what the month above it has. */
  const copyDown = () => {
    const form = formRef.current
    if (!form) return
    for (const field of ['income', 'cost']) {
      let above = ''
      for (const month of months) {
        const input = form.elements.namedItem(`months.${month}.${field}`)
        if (!(input instanceof HTMLInputElement)) continue
        if (input.value.trim() === '') input.value = above
        above = input.value
      }
    }
    onFilled()
  }
  return (
    <PlanTable
      legend={t('plan.flow')}
      hint={t('plan.flowHint')}
      error={whole.error ? { id: whole.id, text: whole.error } : undefined}
    >
      <div className="grid grid-cols-[2.5rem_1fr_1fr] gap-2 text-sm sm:grid-cols-[3rem_1fr_1fr_9rem]">
        <span>{t('plan.month')}</span>
        <span>{`${t('plan.income')} (${currency})`}</span>
        <span>{`${t('plan.cost')} (${currency})`}</span>
        <span className="text-end max-sm:hidden">{t('plan.balance')}</span>
      </div>
      {months.map((month) => {
        const balance = totals?.balances[month]
        const label = (field: string) => `${t('plan.month')} ${month + 1}: ${field}`
        return (
          <div
            key={month}
            className="grid grid-cols-[2.5rem_1fr_1fr] items-start gap-2 sm:grid-cols-[3rem_1fr_1fr_9rem]"
          >
            <span className="py-2 tabular-nums">{month + 1}</span>
            <Cell
              name={`months.${month}.income`}
              label={label(t('plan.income'))}
              value={rows[month]?.income}
              showLabel="never"
            />
            <Cell
              name={`months.${month}.cost`}
              label={label(t('plan.cost'))}
              value={rows[month]?.cost}
              showLabel="never"
            />
            <output
              aria-label={label(t('plan.balance'))}
              className={`py-2 text-end tabular-nums max-sm:col-span-3 max-sm:py-0 max-sm:text-sm ${(balance ?? 0) < 0 ? 'text-danger' : 'text-ink-soft'}`}
            >
              {balance === undefined || balance === null ? '' : plainAmount(balance, currency)}
            </output>
          </div>
        )
      })}
      <div className="flex flex-wrap items-center justify-between gap-3">
        <Button variant="secondary" size="sm" onClick={copyDown} className="needs-script">
          {t('plan.copyDown')}
        </Button>
        {totals && (
          <p aria-live="polite" className="text-end font-semibold">
            {t('plan.year')}:{' '}
            <bdi className="tabular-nums">{`${plainAmount(totals.income - totals.cost, currency)} ${currency}`}</bdi>
          </p>
        )}
      </div>
    </PlanTable>
  )
}
