import { getI18n } from '@/app/i18n'
import { DateField } from '@/components/form/date-field'
import { Fieldset } from '@/components/form/fieldset'
import { SelectField } from '@/components/form/select-field'
import { TextField } from '@/components/form/text-field'
import { inLocale } from '@/lib/i18n/in-locale'
import { displacementStatuses, shelterTypes } from '@/lib/people/domain'
import type { Place } from '@/lib/people/read-places'

/** Sub-district and address. */
export async function LiveFields({
  places,
  place,
  address,
}: {
  places: readonly Place[]
  place?: string
  address?: string
}) {
  const { t, locale } = await getI18n()
  const labelOf = ({ within }: Place) => (within ? inLocale(locale, within) : '')
  const districts = [...new Set(places.map(labelOf))]
  return (
    <Fieldset legend={t('people.form.live')}>
      <SelectField
        name="locationPcode"
        label={t('people.form.subDistrict')}
        defaultValue={place}
        choices={districts.map((label) => ({
          label,
          choices: places
            .filter((place) => labelOf(place) === label)
            .map(({ pcode, name }) => ({ value: pcode, label: inLocale(locale, name) })),
        }))}
      />
      <TextField
        name="address"
        optional
        label={t('people.form.address')}
        hint={t('people.form.addressHint')}
        defaultValue={address}
        maxLength={300}
      />
    </Fieldset>
  )
}

/** Displacement status with its date, origin and shelter. */
export async function DisplacementFields({ governorates }: { governorates: readonly Place[] }) {
  const { t, locale } = await getI18n()
  return (
    <>
      <SelectField
        name="status"
        label={t('people.form.status')}
        choices={displacementStatuses.map((value) => ({ value, label: t(`people.status.${value}`) }))}
      />
      <DateField name="since" label={t('people.form.since')} />
      <SelectField
        name="originPcode"
        optional
        label={t('people.form.origin')}
        choices={governorates.map(({ pcode, name }) => ({ value: pcode, label: inLocale(locale, name) }))}
      />
      <SelectField
        name="shelter"
        optional
        label={t('people.form.shelter')}
        choices={shelterTypes.map((value) => ({ value, label: t(`people.shelter.${value}`) }))}
      />
    </>
  )
}
