import { getI18n } from '@/app/i18n'
import { DateField } from '@/components/form/date-field'
import { Fieldset } from '@/components/form/fieldset'
import { RadioField } from '@/components/form/radio-field'
import { SelectField } from '@/components/form/select-field'
import { PhoneField, TextField } from '@/components/form/text-field'
import { documentTypes, sexes } from '@/lib/people/domain'

/** What is known of a person already, for the form that changes it. */
export type KnownFields = {
  givenName: string
  fatherName: string
  grandfatherName: string
  familyName: string
  sex: string
  /** `YYYY-MM-DD`, unknown parts left empty. */
  birth: string
  phone: string
  documentType: string
  documentNumber: string
}

/** The fields by which a person is recognised, for registering and for editing. */
export async function IdentityFields({ known }: { known?: KnownFields }) {
  const { t } = await getI18n()
  return (
    <>
      <Fieldset legend={t('people.form.name')} hint={t('people.form.nameHint')}>
        <div className="grid gap-5 sm:grid-cols-2">
          <TextField
            name="given"
            label={t('people.form.given')}
            defaultValue={known?.givenName}
            maxLength={60}
            autoComplete="off"
          />
          <TextField
            name="father"
            label={t('people.form.father')}
            defaultValue={known?.fatherName}
            maxLength={60}
            autoComplete="off"
          />
          <TextField
            name="grandfather"
            optional
            label={t('people.form.grandfather')}
            defaultValue={known?.grandfatherName}
            maxLength={60}
            autoComplete="off"
          />
          <TextField
            name="family"
            optional
            label={t('people.form.family')}
            defaultValue={known?.familyName}
            maxLength={60}
            autoComplete="off"
          />
        </div>
      </Fieldset>
      <Fieldset legend={t('people.form.about')}>
        <RadioField
          name="sex"
          inline
          label={t('people.form.sex')}
          defaultValue={known?.sex}
          choices={sexes.map((value) => ({ value, label: t(`people.sex.${value}`) }))}
        />
        <DateField
          name="birth"
          label={t('people.form.birth')}
          hint={t('people.form.birthHint')}
          defaultValue={known?.birth}
        />
        <TextField
          name="age"
          optional
          width="year"
          dir="ltr"
          inputMode="numeric"
          label={t('people.form.age')}
          hint={t('people.form.ageHint')}
          maxLength={3}
          autoComplete="off"
        />
      </Fieldset>
      <Fieldset legend={t('people.form.contact')}>
        <PhoneField
          name="phone"
          optional
          label={t('people.form.phone')}
          hint={t('people.form.phoneHint')}
          defaultValue={known?.phone}
          maxLength={40}
        />
        <SelectField
          name="documentType"
          label={t('people.form.documentType')}
          defaultValue={known?.documentType}
          choices={documentTypes.map((value) => ({ value, label: t(`people.documentType.${value}`) }))}
        />
        <TextField
          name="documentNumber"
          optional
          width="half"
          dir="ltr"
          label={t('people.form.documentNumber')}
          hint={t('people.form.documentNumberHint')}
          defaultValue={known?.documentNumber}
          maxLength={40}
          autoComplete="off"
        />
      </Fieldset>
    </>
  )
}
