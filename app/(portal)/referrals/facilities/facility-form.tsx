import { getI18n } from '@/app/i18n'
import { CheckboxField, CheckboxGroupField } from '@/components/form/checkbox-field'
import { PlainForm } from '@/components/form/plain-form'
import { RadioField } from '@/components/form/radio-field'
import { SelectField } from '@/components/form/select-field'
import { PhoneField, TextField } from '@/components/form/text-field'
import type { Action } from '@/lib/commands/result'
import { ClientMessages } from '@/lib/i18n/client-messages'
import { inLocale } from '@/lib/i18n/in-locale'
import { healthServices } from '@/lib/referrals/domain'
import { facilityTypes, functionLevels } from '@/lib/referrals/facilities/domain'
import type { FacilityPage } from '@/lib/referrals/facilities/queries'
import { clockOf } from '@/lib/time-of-day'

type Place = { pcode: string; en: string; ar: string; district_en: string; district_ar: string }
type Props = {
  action: Action
  hidden?: Record<string, string | number>
  places: readonly Place[]
  facility?: FacilityPage
  cancelHref: string
}

// A Sunday, for the names of days.
const sunday = Date.UTC(2026, 0, 4, 9)

/** Everything that is written of a facility. */
export async function FacilityForm({ action, hidden, places, facility, cancelHref }: Props) {
  const { t, locale, format } = await getI18n()
  const districts = [...new Set(places.map((place) => place.district_en))]
  const groups = districts.map((district) => {
    const inside = places.filter((place) => place.district_en === district)
    const name = { en: district, ar: inside[0]?.district_ar ?? district }
    return {
      label: inLocale(locale, name),
      choices: inside.map((place) => ({ value: place.pcode, label: inLocale(locale, place) })),
    }
  })
  const degrees = { width: 'short', dir: 'ltr', optional: true } as const
  return (
    <ClientMessages locale={locale} rooms={['facilities.errors', 'referrals.refused']}>
      <PlainForm
        action={action}
        {...(hidden && { hidden })}
        submit={t('facilities.form.save')}
        cancel={{ href: cancelHref, label: t('people.form.cancel') }}
      >
        <TextField name="nameAr" label={t('facilities.form.nameAr')} defaultValue={facility?.nameAr} maxLength={160} />
        <TextField name="nameEn" label={t('facilities.form.nameEn')} defaultValue={facility?.nameEn} maxLength={160} />
        <TextField
          name="code"
          width="half"
          dir="ltr"
          label={t('facilities.form.code')}
          hint={t('facilities.form.codeHint')}
          defaultValue={facility?.code}
          maxLength={30}
        />
        <SelectField
          name="type"
          label={t('facilities.form.type')}
          choices={facilityTypes.map((value) => ({ value, label: t(`facilities.type.${value}`) }))}
          defaultValue={facility?.type}
        />
        <SelectField
          name="locationPcode"
          label={t('facilities.form.place')}
          choices={groups}
          defaultValue={facility?.locationPcode}
        />
        <TextField
          name="latitude"
          label={t('facilities.form.latitude')}
          hint={t('facilities.form.degreesHint')}
          defaultValue={facility?.latitude}
          {...degrees}
        />
        <TextField
          name="longitude"
          label={t('facilities.form.longitude')}
          defaultValue={facility?.longitude}
          {...degrees}
        />
        <CheckboxGroupField
          name="services"
          label={t('facilities.form.services')}
          choices={healthServices.map((value) => ({ value, label: t(`referrals.service.${value}`) }))}
          defaultValue={facility?.services ?? []}
        />
        <CheckboxField
          name="isAlwaysOpen"
          label={t('facilities.form.alwaysOpen')}
          defaultChecked={facility?.isAlwaysOpen ?? false}
        />
        <CheckboxGroupField
          name="days"
          label={t('facilities.form.days')}
          choices={[0, 1, 2, 3, 4, 5, 6].map((day) => ({
            value: String(day),
            label: format.weekday(sunday + day * 86_400_000),
          }))}
          defaultValue={(facility?.days ?? [0, 1, 2, 3, 4]).map(String)}
        />
        <TextField
          name="opensAt"
          width="short"
          dir="ltr"
          label={t('facilities.form.opensAt')}
          defaultValue={clockOf(facility?.opensAt ?? 480)}
        />
        <TextField
          name="closesAt"
          width="short"
          dir="ltr"
          label={t('facilities.form.closesAt')}
          defaultValue={clockOf(facility?.closesAt ?? 840)}
        />
        <RadioField
          name="functional"
          inline
          label={t('facilities.form.functional')}
          choices={functionLevels.map((value) => ({ value, label: t(`facilities.functional.${value}`) }))}
          defaultValue={facility?.functional}
        />
        <TextField
          name="focalName"
          optional
          width="half"
          label={t('facilities.form.focalName')}
          defaultValue={facility?.focalName}
          maxLength={120}
        />
        <PhoneField
          name="focalPhone"
          optional
          label={t('facilities.form.focalPhone')}
          defaultValue={facility?.focalPhone}
        />
      </PlainForm>
    </ClientMessages>
  )
}
