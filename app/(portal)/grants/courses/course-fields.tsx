import { getI18n } from '@/app/i18n'
import { DateField } from '@/components/form/date-field'
import { SelectField } from '@/components/form/select-field'
import { TextField } from '@/components/form/text-field'
import { inLocale } from '@/lib/i18n/in-locale'
import type { Place } from '@/lib/people/read-places'

type Course = {
  titleAr: string
  titleEn: string
  trainer: string
  venue: string
  locationPcode: string
  startsOn: string
  endsOn: string
  seats: number
}

/** What a course says of itself, to plan one and to edit it. */
export async function CourseFields({ places, course }: { places: readonly Place[]; course?: Course }) {
  const { t, locale } = await getI18n()
  const labelOf = ({ within }: Place) => (within ? inLocale(locale, within) : '')
  const districts = [...new Set(places.map(labelOf))]
  return (
    <>
      <TextField name="titleAr" label={t('training.form.titleAr')} defaultValue={course?.titleAr} />
      <TextField name="titleEn" label={t('training.form.titleEn')} defaultValue={course?.titleEn} />
      <TextField name="trainer" label={t('training.form.trainer')} width="half" defaultValue={course?.trainer} />
      <TextField
        name="venue"
        label={t('training.form.venue')}
        hint={t('training.form.venueHint')}
        defaultValue={course?.venue}
      />
      <SelectField
        name="locationPcode"
        label={t('training.form.place')}
        defaultValue={course?.locationPcode}
        choices={districts.map((label) => ({
          label,
          choices: places
            .filter((place) => labelOf(place) === label)
            .map(({ pcode, name }) => ({ value: pcode, label: inLocale(locale, name) })),
        }))}
      />
      <DateField name="startsOn" label={t('training.form.startsOn')} defaultValue={course?.startsOn} />
      <DateField name="endsOn" label={t('training.form.endsOn')} defaultValue={course?.endsOn} />
      <TextField
        name="seats"
        label={t('training.form.seats')}
        width="year"
        inputMode="numeric"
        autoComplete="off"
        defaultValue={course?.seats ?? 20}
      />
    </>
  )
}
