import { getI18n } from '@/app/i18n'
import { Fieldset } from '@/components/form/fieldset'
import { TextField } from '@/components/form/text-field'
import { askedValues, quotaDimensions, quotaField } from '@/lib/grants/rounds/rules'
import { valueLabel } from './value-label'

type QuotaFieldsProps = { quotas: readonly { dimension: string; value: string; percent: number }[] }

/** What share of the grants is meant for whom, one field a kind of people. */
export async function QuotaFields({ quotas }: QuotaFieldsProps) {
  const { t, locale } = await getI18n()
  const percentOf = (dimension: string, value: string) =>
    quotas.find((quota) => quota.dimension === dimension && quota.value === value)?.percent
  return (
    <Fieldset legend={t('rounds.form.quotas')} hint={t('rounds.form.quotasHint')}>
      {quotaDimensions.map((dimension) => (
        <fieldset key={dimension} className="min-w-0">
          <legend className="mb-2 font-semibold">{t(`rounds.dimension.${dimension}`)}</legend>
          <div className="grid items-end gap-4 sm:grid-cols-3">
            {askedValues[dimension].map((value) => (
              <TextField
                key={value}
                name={`quotas.${quotaField(dimension, value)}`}
                label={valueLabel({ t, locale, districts: [] }, dimension, value)}
                width="year"
                inputMode="numeric"
                autoComplete="off"
                optional
                defaultValue={percentOf(dimension, value)}
              />
            ))}
          </div>
        </fieldset>
      ))}
    </Fieldset>
  )
}
