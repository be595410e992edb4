'use client'

import { DateField } from '@/components/form/date-field'
import { RowCell } from '@/components/form/row-cell'
import { TextAreaField } from '@/components/form/text-area-field'
import { TextField } from '@/components/form/text-field'
import { useTranslations } from '@/lib/i18n/client'
import type { DeliveryItem } from '@/lib/referrals/supplies/queries'

/** What came, line by line: filled in as if everything had, so that only differences are typed. */
export function ReceiveFields({ items, today }: { items: readonly DeliveryItem[]; today: string }) {
  const t = useTranslations()
  return (
    <>
      <div className="flex flex-wrap gap-x-8 gap-y-4">
        <DateField name="receivedOn" label={t('supplies.next.receivedOn')} defaultValue={today} />
        <div className="min-w-0 sm:min-w-80">
          <TextField name="receivedBy" label={t('supplies.next.receivedBy')} maxLength={120} />
        </div>
      </div>
      <p className="text-ink-soft">{t('supplies.next.receiveHint')}</p>
      <ol className="space-y-4">
        {items.map((item, row) => (
          <li
            key={item.id}
            className="grid grid-cols-2 items-start gap-2 border-t border-line pt-3 lg:grid-cols-[2fr_7rem_7rem_2fr]"
          >
            <input type="hidden" name={`items.${row}.itemId`} value={item.id} />
            <p className="col-span-full lg:col-span-1 lg:pt-7">
              <bdi className="font-medium">{`${item.name} ${item.strength}`.trim()}</bdi>
              <span className="block text-sm text-ink-soft">
                <bdi dir="ltr">{item.batch}</bdi> · {t('supplies.next.sentOf', { count: item.sent, unit: item.unit })}
              </span>
            </p>
            <RowCell
              isFirst
              name={`items.${row}.received`}
              label={t('supplies.field.received')}
              kind="number"
              value={item.sent}
            />
            <RowCell
              isFirst
              name={`items.${row}.damaged`}
              label={t('supplies.field.damaged')}
              kind="number"
              value="0"
            />
            <div className="max-lg:col-span-2">
              <RowCell isFirst name={`items.${row}.remark`} label={t('supplies.field.remark')} value="" />
            </div>
          </li>
        ))}
      </ol>
      <TextAreaField name="receiptRemark" rows={2} optional label={t('supplies.next.receiptRemark')} />
    </>
  )
}
