import { getI18n } from '@/app/i18n'
import { CheckboxGroupField } from '@/components/form/checkbox-field'
import { DateField } from '@/components/form/date-field'
import { Fieldset } from '@/components/form/fieldset'
import { RadioField } from '@/components/form/radio-field'
import { TextAreaField } from '@/components/form/text-area-field'
import { TextField } from '@/components/form/text-field'
import { typedAmount } from '@/lib/grants/form-choices'
import type { RoundPage } from '@/lib/grants/rounds/queries'
import { inLocale, type Named } from '@/lib/i18n/in-locale'
import { QuotaFields } from './quota-fields'

type RoundFieldsProps = {
  districts: readonly { pcode: string; name: Named }[]
  /** The round as it stands, when it is edited. */
  page?: RoundPage
}

/** Everything that a round says of itself; its published rules are left out once someone has applied by them. */
export async function RoundFields({ districts, page }: RoundFieldsProps) {
  const { t, locale } = await getI18n()
  const round = page?.round
  return (
    <>
      <Fieldset legend={t('rounds.form.names')}>
        <TextField name="nameAr" label={t('rounds.form.nameAr')} width="half" defaultValue={round?.nameAr} />
        <TextField name="nameEn" label={t('rounds.form.nameEn')} width="half" defaultValue={round?.nameEn} />
        {!round && (
          <TextField
            name="code"
            label={t('rounds.form.code')}
            hint={t('rounds.form.codeHint')}
            width="short"
            dir="ltr"
            autoComplete="off"
          />
        )}
        {!page?.isUsed && <DateField name="opensOn" label={t('rounds.form.opensOn')} defaultValue={round?.opensOn} />}
        <DateField name="closesOn" label={t('rounds.form.closesOn')} defaultValue={round?.closesOn} />
      </Fieldset>
      {!page?.isUsed && (
        <Fieldset legend={t('rounds.form.rules')} hint={t('rounds.form.rulesHint')}>
          <RadioField
            name="currency"
            label={t('common.form.currency')}
            inline
            choices={[
              { value: 'IQD', label: 'IQD' },
              { value: 'USD', label: 'USD' },
            ]}
            defaultValue={round?.currency ?? 'IQD'}
          />
          <TextField
            name="amount"
            label={t('rounds.form.ceiling')}
            width="short"
            dir="ltr"
            inputMode="decimal"
            autoComplete="off"
            defaultValue={round && typedAmount(round.maxAmountMinor, round.currency)}
          />
          <TextField
            name="minAge"
            label={t('rounds.form.minAge')}
            width="year"
            inputMode="numeric"
            defaultValue={round?.minAge ?? 18}
          />
          <TextField
            name="quietDays"
            label={t('rounds.form.quietDays')}
            width="year"
            inputMode="numeric"
            defaultValue={round?.quietDays ?? 365}
          />
        </Fieldset>
      )}
      <Fieldset legend={t('rounds.form.reach')}>
        <CheckboxGroupField
          name="districts"
          label={t('rounds.form.districts')}
          hint={t('rounds.form.districtsHint')}
          optional
          choices={districts.map((one) => ({ value: one.pcode, label: inLocale(locale, one.name) }))}
          defaultValue={page?.chosen ?? []}
        />
        <TextField
          name="targetGrants"
          label={t('rounds.form.target')}
          width="year"
          inputMode="numeric"
          optional
          defaultValue={round?.targetGrants}
        />
        <TextAreaField
          name="noticeAr"
          label={t('rounds.form.noticeAr')}
          hint={t('rounds.form.noticeHint')}
          optional
          defaultValue={round?.noticeAr}
        />
        <TextAreaField name="noticeEn" label={t('rounds.form.noticeEn')} optional defaultValue={round?.noticeEn} />
      </Fieldset>
      <QuotaFields quotas={page?.quotas ?? []} />
      <Fieldset legend={t('rounds.form.money')}>
        <TextField
          name="trancheSplit"
          label={t('rounds.form.split')}
          hint={t('rounds.form.splitHint')}
          width="short"
          dir="ltr"
          autoComplete="off"
          defaultValue={(round?.trancheSplit ?? [40, 40, 20]).join('/')}
        />
        <TextField
          name="monitoringPercent"
          label={t('rounds.form.monitoring')}
          width="year"
          inputMode="numeric"
          defaultValue={round?.monitoringPercent ?? 100}
        />
      </Fieldset>
    </>
  )
}
