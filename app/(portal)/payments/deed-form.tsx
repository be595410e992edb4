import type { ReactNode } from 'react'
import { getI18n } from '@/app/i18n'
import { DateField } from '@/components/form/date-field'
import { MoneyField } from '@/components/form/money-field'
import { PlainForm } from '@/components/form/plain-form'
import { RadioField } from '@/components/form/radio-field'
import { TextAreaField } from '@/components/form/text-area-field'
import { TextField } from '@/components/form/text-field'
import type { Action } from '@/lib/commands/result'
import { baghdadDay, minorUnits } from '@/lib/format'
import { trancheChannels } from '@/lib/grants/tranches/machine'
import type { TrancheDeed } from '@/lib/grants/tranches/policy'
import type { TrancheView } from '@/lib/grants/tranches/view'
import * as actions from './actions'

const actionOf: Record<TrancheDeed, Action> = {
  request: actions.requestTranche,
  authorise: actions.authoriseTranche,
  send_back: actions.sendBackTranche,
  release: actions.releaseTranche,
  confirm_paid: actions.confirmPaid,
  report_failed: actions.reportFailed,
  confirm_receipt: actions.confirmReceipt,
  verify_milestone: actions.verifyMilestone,
  recover: actions.recoverTranche,
  write_off: actions.writeOffTranche,
  cancel: actions.cancelTranche,
}

const grave: readonly TrancheDeed[] = ['write_off', 'cancel', 'report_failed']
const bare: readonly TrancheDeed[] = ['authorise', 'release']

/** Deeds that are one press, without a question. */
export const isBare = (deed: TrancheDeed) => bare.includes(deed)

/** The form of one step of a tranche, with what the step asks for. */
export async function DeedForm({ tranche, deed }: { tranche: TrancheView; deed: TrancheDeed }) {
  const { t } = await getI18n()
  const needsCurrency = deed === 'recover'
  return (
    <PlainForm
      action={actionOf[deed]}
      hidden={{
        trancheId: tranche.id,
        version: tranche.version,
        ...(needsCurrency && { currency: tranche.currency }),
      }}
      submit={t(`payments.deed.${deed}`)}
      variant={grave.includes(deed) ? 'danger' : deed === 'send_back' ? 'secondary' : 'primary'}
      label={`${t(`payments.deed.${deed}`)} ${tranche.reference}`}
      {...(isBare(deed) && { className: '' })}
    >
      <DeedFields tranche={tranche} deed={deed} />
    </PlainForm>
  )
}

async function DeedFields({ tranche, deed }: { tranche: TrancheView; deed: TrancheDeed }): Promise<ReactNode> {
  const { t } = await getI18n()
  const today = baghdadDay(new Date())
  switch (deed) {
    case 'request':
      return (
        <>
          <RadioField
            name="channel"
            inline
            label={t('payments.field.channel')}
            choices={trancheChannels.map((value) => ({ value, label: t(`payments.channel.${value}`) }))}
            defaultValue={tranche.channel}
          />
          <TextField name="payeeName" label={t('payments.field.payee')} width="half" defaultValue={tranche.payeeName} />
          <TextField
            name="payeeAccount"
            label={t('payments.field.account')}
            hint={t('payments.field.accountHint')}
            width="half"
            dir="ltr"
            optional
            defaultValue={tranche.payeeAccount}
          />
        </>
      )
    case 'confirm_paid':
      return (
        <>
          <TextField name="paymentReference" label={t('payments.field.paymentReference')} width="half" dir="ltr" />
          <DateField name="paidOn" label={t('payments.field.paidOn')} defaultValue={today} />
        </>
      )
    case 'confirm_receipt':
      return <DateField name="receivedOn" label={t('payments.field.receivedOn')} defaultValue={today} />
    case 'verify_milestone':
      return <TextAreaField name="finding" rows={3} label={t('payments.field.finding')} />
    case 'recover':
      return (
        <>
          <MoneyField
            name="amount"
            currency={tranche.currency}
            label={t('payments.field.recovered')}
            defaultValue={tranche.amountMinor / minorUnits[tranche.currency]}
          />
          <TextAreaField name="reason" rows={2} label={t('payments.field.reason')} />
        </>
      )
    case 'authorise':
    case 'release':
      return null
    default:
      return <TextAreaField name="reason" rows={2} label={t('payments.field.reason')} />
  }
}
