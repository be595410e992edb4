import { getI18n } from '@/app/i18n'
import { PlainForm } from '@/components/form/plain-form'
import { TextAreaField } from '@/components/form/text-area-field'
import { TextField } from '@/components/form/text-field'
import type { Action } from '@/lib/commands/result'
import { baghdadDay } from '@/lib/format'
import type { SupplyDeed } from '@/lib/referrals/supplies/machine'
import type { DeliveryPage } from '@/lib/referrals/supplies/queries'
import * as actions from '../actions'
import { ReceiveFields } from './receive-fields'

const actionOf: Record<SupplyDeed, Action<{ deliveryId: string }>> = {
  approve: actions.approveDelivery,
  dispatch: actions.dispatchDelivery,
  receive: actions.receiveDelivery,
  accept: actions.acceptDelivery,
  report_discrepancy: actions.reportDiscrepancy,
  close: actions.closeDelivery,
  cancel: actions.cancelDelivery,
}

/** One deed on a delivery: a button where nothing more is to be said, a small form otherwise. */
export async function DeedForm({ deed, page }: { deed: SupplyDeed; page: DeliveryPage }) {
  const { t } = await getI18n()
  const { head, items } = page
  const label = t(`supplies.next.deed.${deed}`)
  return (
    <PlainForm
      action={actionOf[deed]}
      hidden={{ deliveryId: head.id, version: head.version }}
      submit={label}
      label={label}
      variant={deed === 'cancel' ? 'danger' : 'primary'}
      className={deed === 'receive' ? 'space-y-5' : 'max-w-2xl space-y-5'}
    >
      {deed === 'dispatch' && (
        <TextField
          name="carrier"
          width="half"
          label={t('supplies.next.carrier')}
          hint={t('supplies.next.carrierHint')}
          maxLength={120}
        />
      )}
      {deed === 'receive' && <ReceiveFields items={items} today={baghdadDay(new Date())} />}
      {(deed === 'report_discrepancy' || deed === 'cancel') && (
        <TextAreaField name="why" rows={3} label={t(`supplies.next.why_${deed}`)} />
      )}
      {deed === 'close' && (
        <TextAreaField
          name="settled"
          rows={3}
          optional={head.status !== 'discrepancy'}
          label={t('supplies.next.settled')}
        />
      )}
    </PlainForm>
  )
}
