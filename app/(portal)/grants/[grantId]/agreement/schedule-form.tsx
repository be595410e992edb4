import { getI18n } from '@/app/i18n'
import { DateField } from '@/components/form/date-field'
import { Fieldset } from '@/components/form/fieldset'
import { MoneyField } from '@/components/form/money-field'
import { PlainForm } from '@/components/form/plain-form'
import { minorUnits } from '@/lib/format'
import type { getAgreement } from '@/lib/grants/agreement/queries'
import { typedAmount } from '@/lib/grants/form-choices'
import { proposeSchedule } from '@/lib/grants/tranches/propose'
import { makeAgreement } from '../../actions'

type Found = NonNullable<Awaited<ReturnType<typeof getAgreement>>>

/** The tranches as the round splits them, to be changed before the agreement is made. */
export async function ScheduleForm({
  found: { grant, parts, split, milestones },
  today,
}: {
  found: Found
  today: string
}) {
  const { t } = await getI18n()
  const proposed =
    parts.length > 0
      ? parts
      : proposeSchedule({
          amountMinor: grant.amountMinor,
          percents: split,
          firstOn: today,
          milestones,
          unit: minorUnits[grant.currency],
        })
  return (
    <PlainForm
      action={makeAgreement}
      hidden={{ caseId: grant.id, version: grant.version, currency: grant.currency }}
      submit={t('agreement.makeDeed')}
    >
      {proposed.map((part, index) => (
        <Fieldset key={part.plannedOn + String(index)} legend={t('agreement.trancheOf', { number: index + 1 })}>
          <div className="grid gap-5 sm:grid-cols-2">
            <MoneyField
              name={`parts.${index}.amount`}
              label={t('agreement.amount')}
              currency={grant.currency}
              defaultValue={typedAmount(part.amountMinor, grant.currency)}
            />
            <DateField
              name={`parts.${index}.plannedOn`}
              label={t('agreement.plannedOn')}
              defaultValue={part.plannedOn}
            />
          </div>
        </Fieldset>
      ))}
    </PlainForm>
  )
}
