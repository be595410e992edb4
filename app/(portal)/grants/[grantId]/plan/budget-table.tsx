'use client'

import { useState } from 'react'
import { useField } from '@/components/form/form-context'
import { Button } from '@/components/ui/button'
import { inputClass } from '@/components/ui/input-class'
import type { Currency } from '@/lib/format'
import { useTranslations } from '@/lib/i18n/client'
import { plainAmount, type Totals } from './totals'

export type BudgetLine = { item: string; quantity: string; unitPrice: string }

type Props = { lines: readonly BudgetLine[]; currency: Currency; amountMinor: number; totals: Totals | null }

/** More rows than this at the start would only be scrolled past. */
const emptyRows = 4

/** The budget as rows to fill; a few empty ones stand ready, so that it works without scripts too. */
export function BudgetTable({ lines, currency, amountMinor, totals }: Props) {
  const t = useTranslations()
  const whole = useField('lines', false)
  const [rows, setRows] = useState(Math.max(emptyRows, lines.length + 1))
  const missing = totals ? amountMinor + totals.own - totals.total : null
  return (
    <fieldset className="min-w-0 border-t border-line pt-5">
      <legend className="float-start mb-4 w-full text-lg font-semibold">{t('grants.plan.budget')}</legend>
      <div className="clear-both space-y-3">
        {whole.error && (
          <p id={whole.id} className="font-semibold text-danger">
            {whole.error}
          </p>
        )}
        {Array.from({ length: rows }, (_, index) => index).map((index) => (
          <div
            key={index}
            className="grid grid-cols-[1fr_5rem] gap-2 max-sm:border-b max-sm:border-line max-sm:pb-3 sm:grid-cols-[1fr_5rem_9rem_9rem]"
          >
            <Cell
              index={index}
              field="item"
              label={t('grants.plan.item')}
              value={lines[index]?.item}
              dir="auto"
              first={index === 0}
            />
            <Cell
              index={index}
              field="quantity"
              label={t('grants.plan.quantity')}
              value={lines[index]?.quantity}
              first={index === 0}
            />
            <Cell
              index={index}
              field="unitPrice"
              label={`${t('grants.plan.unitPrice')} (${currency})`}
              value={lines[index]?.unitPrice}
              first={index === 0}
            />
            <output className="self-end py-2 text-end tabular-nums" aria-label={t('grants.plan.sum')}>
              {totals?.lines[index] ? plainAmount(totals.lines[index] ?? 0, currency) : ''}
            </output>
          </div>
        ))}
        <div className="flex flex-wrap items-center justify-between gap-3">
          <Button
            variant="secondary"
            size="sm"
            onClick={() => setRows(Math.min(40, rows + 1))}
            className="needs-script"
          >
            {t('grants.plan.addLine')}
          </Button>
          {totals && (
            <p aria-live="polite" className="text-end">
              <span className="font-semibold">
                {t('grants.plan.total')}:{' '}
                <bdi className="tabular-nums">{`${plainAmount(totals.total, currency)} ${currency}`}</bdi>
              </span>
              <span className={`block text-sm ${missing !== null && missing > 0 ? 'text-warning' : 'text-good'}`}>
                {missing !== null && missing > 0
                  ? t('grants.plan.short', { amount: `${plainAmount(missing, currency)} ${currency}` })
                  : t('grants.plan.covered')}
              </span>
            </p>
          )}
        </div>
      </div>
    </fieldset>
  )
}

type CellProps = {
  index: number
  field: keyof BudgetLine
  label: string
  value: string | undefined
  dir?: 'auto'
  first: boolean
}

function Cell({ index, field, label, value, dir, first }: CellProps) {
  const name = `lines.${index}.${field}`
  const state = useField(name, false)
  return (
    <label className="block min-w-0">
      <span className={first ? 'mb-1 block text-sm' : 'mb-1 block text-sm sm:sr-only'}>{label}</span>
      <input
        name={name}
        id={state.id}
        dir={dir ?? 'ltr'}
        inputMode={field === 'item' ? 'text' : 'decimal'}
        autoComplete="off"
        defaultValue={typeof state.typed === 'string' ? state.typed : value}
        aria-invalid={state.error ? true : undefined}
        aria-describedby={state.describedBy}
        className={`${inputClass} follow-page`}
      />
      {state.error && (
        <span id={`${state.id}-error`} className="mt-1 block text-sm font-semibold text-danger">
          {state.error}
        </span>
      )}
    </label>
  )
}
