'use client'

import { useState } from 'react'
import { useField } from '@/components/form/form-context'
import { Button } from '@/components/ui/button'
import type { Currency } from '@/lib/format'
import { mostLines } from '@/lib/grants/plan-schema'
import { useTranslations } from '@/lib/i18n/client'
import { Cell } from './cell'
import { PlanTable } from './plan-table'
import { plainAmount, type Totals } from './totals'

export type BudgetLine = { item: string; quantity: string; unitPrice: string; supplier: string; quote: string }

type Props = {
  lines: readonly BudgetLine[]
  currency: Currency
  amountMinor: number
  isInKind: boolean
  totals: Totals | null
}

/** More rows than this at the start would only be scrolled past. */
const emptyRows = 4

/** The budget as rows to fill; a few empty ones stand ready, so that it works without scripts too. */
export function BudgetTable({ lines, currency, amountMinor, isInKind, totals }: Props) {
  const t = useTranslations()
  const whole = useField('lines', false)
  const [rows, setRows] = useState(Math.max(emptyRows, lines.length + 1))
  const missing = totals ? amountMinor + totals.own - totals.total : null
  return (
    <PlanTable
      legend={t('plan.budget')}
      hint={isInKind ? t('plan.inKindHint') : undefined}
      error={whole.error ? { id: whole.id, text: whole.error } : undefined}
    >
      {Array.from({ length: rows }, (_, index) => index).map((index) => {
        const line = lines[index]
        const showLabel = index === 0 ? 'always' : 'narrow'
        const at = (field: keyof BudgetLine) => `lines.${index}.${field}`
        return (
          <div key={index} className="space-y-2 max-sm:border-b max-sm:border-line max-sm:pb-3">
            <div className="grid grid-cols-[1fr_5rem] gap-2 sm:grid-cols-[1fr_5rem_9rem_9rem]">
              <Cell name={at('item')} label={t('plan.item')} value={line?.item} isText showLabel={showLabel} />
              <Cell name={at('quantity')} label={t('plan.quantity')} value={line?.quantity} showLabel={showLabel} />
              <Cell
                name={at('unitPrice')}
                label={`${t('plan.unitPrice')} (${currency})`}
                value={line?.unitPrice}
                showLabel={showLabel}
              />
              <output className="self-end py-2 text-end tabular-nums" aria-label={t('plan.sum')}>
                {totals?.lines[index] ? plainAmount(totals.lines[index] ?? 0, currency) : ''}
              </output>
            </div>
            {isInKind && (
              <div className="grid gap-2 sm:grid-cols-2 sm:ps-6">
                <Cell name={at('supplier')} label={t('plan.supplier')} value={line?.supplier} isText />
                <Cell name={at('quote')} label={t('plan.quote')} value={line?.quote} isText />
              </div>
            )}
          </div>
        )
      })}
      <div className="flex flex-wrap items-center justify-between gap-3">
        <Button
          variant="secondary"
          size="sm"
          onClick={() => setRows(Math.min(mostLines, rows + 1))}
          className="needs-script"
        >
          {t('plan.addLine')}
        </Button>
        {totals && (
          <p aria-live="polite" className="text-end">
            <span className="font-semibold">
              {t('plan.total')}:{' '}
              <bdi className="tabular-nums">{`${plainAmount(totals.total, currency)} ${currency}`}</bdi>
            </span>
            <span className={`block text-sm ${missing !== null && missing > 0 ? 'text-warning' : 'text-good'}`}>
              {missing !== null && missing > 0
                ? t('plan.short', { amount: `${plainAmount(missing, currency)} ${currency}` })
                : t('plan.covered')}
            </span>
          </p>
        )}
      </div>
    </PlanTable>
  )
}
