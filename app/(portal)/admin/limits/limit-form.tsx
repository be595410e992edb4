import { MoneyField } from '@/components/form/money-field'
import { PlainForm } from '@/components/form/plain-form'
import type { Currency } from '@/lib/admin/domain'
import type { Limit } from '@/lib/admin/reference-queries'
import type { Programme } from '@/lib/auth/roles'
import { minorUnits } from '@/lib/format'
import type { Translator } from '@/lib/i18n/translator'
import { setLimitAction } from '../actions'

type LimitFormProps = { programme: Programme; currency: Currency; current: Limit | undefined; t: Translator }

/** Sets a limit in place of the one that was shown. */
export function LimitForm({ programme, currency, current, t }: LimitFormProps) {
  return (
    <PlainForm
      action={setLimitAction}
      hidden={{ programme, currency, currentId: current?.id }}
      submit={t('admin.limits.submit')}
      className="space-y-4"
    >
      <MoneyField
        name="amount"
        currency={currency}
        label={t('admin.limits.amount')}
        hint={t('admin.limits.hint')}
        defaultValue={current ? current.amountMinor / minorUnits[currency] : undefined}
      />
    </PlainForm>
  )
}
