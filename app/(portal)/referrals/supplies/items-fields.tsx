'use client'

import { use, useState } from 'react'
import { FormContext, useField } from '@/components/form/form-context'
import { RowCell } from '@/components/form/row-cell'
import { Button } from '@/components/ui/button'
import { useTranslations } from '@/lib/i18n/client'
import { mostItems } from '@/lib/referrals/supplies/domain'
import { supplyKinds } from '@/lib/referrals/supplies/machine'

export type ItemValues = {
  kind: string
  name: string
  strengthOrModel: string
  batchOrSerial: string
  expiresOn: string
  unit: string
  sent: string
}

/** More rows than this at the start would only be scrolled past. */
const emptyRows = 4

/** What is sent, a row an item; a few empty ones stand ready, so that it works without scripts too. */
export function ItemsFields({ items }: { items: readonly ItemValues[] }) {
  const t = useTranslations()
  const whole = useField('items', false)
  const typed = use(FormContext).typed('items')
  const [rows, setRows] = useState(
    Math.min(mostItems, Math.max(emptyRows, items.length + 1, Array.isArray(typed) ? typed.length : 0)),
  )
  const kinds = supplyKinds.map((value) => ({ value, label: t(`supplies.kind.${value}`) }))
  return (
    <fieldset className="min-w-0 space-y-3 border-t border-line pt-5">
      <legend className="float-start mb-1 w-full text-lg font-semibold">{t('supplies.items')}</legend>
      <p className="clear-both text-ink-soft">{t('supplies.form.itemsHint')}</p>
      {whole.error && (
        <p id={whole.id} className="font-semibold text-danger">
          {whole.error}
        </p>
      )}
      {Array.from({ length: rows }, (_, row) => row).map((row) => {
        const item = items[row]
        const at = (field: keyof ItemValues) => ({
          name: `items.${row}.${field}`,
          label: t(`supplies.field.${field}`),
          value: item?.[field],
          isFirst: row === 0,
        })
        return (
          <div
            key={row}
            className="grid grid-cols-2 items-start gap-2 max-lg:border-b max-lg:border-line max-lg:pb-4 lg:grid-cols-[8.5rem_1.6fr_1fr_1fr_8rem_7rem_6rem]"
          >
            <RowCell {...at('kind')} value={item?.kind ?? 'medicine'} options={kinds} />
            <RowCell {...at('name')} />
            <RowCell {...at('strengthOrModel')} />
            <RowCell {...at('batchOrSerial')} kind="code" />
            <RowCell {...at('expiresOn')} kind="code" />
            <RowCell {...at('unit')} />
            <RowCell {...at('sent')} kind="number" />
          </div>
        )
      })}
      <Button
        variant="secondary"
        size="sm"
        onClick={() => setRows(Math.min(mostItems, rows + 1))}
        className="needs-script"
      >
        {t('supplies.form.addItem')}
      </Button>
    </fieldset>
  )
}
