import { getI18n } from '@/app/i18n'
import { DateField } from '@/components/form/date-field'
import { PlainForm } from '@/components/form/plain-form'
import { RadioField } from '@/components/form/radio-field'
import { SelectField } from '@/components/form/select-field'
import { TextAreaField } from '@/components/form/text-area-field'
import { TextField } from '@/components/form/text-field'
import type { Action } from '@/lib/commands/result'
import { forumTypes } from '@/lib/forums/domain'
import { inLocale } from '@/lib/i18n/in-locale'
import type { Place } from '@/lib/people/read-places'

type Props = {
  action: Action
  hidden: Record<string, string | number>
  places: readonly Place[]
  /** Only for a new forum of someone with several teams. */
  teams?: readonly { value: string; label: string }[]
  values?: {
    nameEn: string
    nameAr: string
    type: string
    locationPcode: string
    policeStation: string
    termsAdoptedOn: string | null
    terms: string
  }
  cancelHref: string
}

/** What a forum is called, where it meets, and by which terms. */
export async function ForumForm({ action, hidden, places, teams, values, cancelHref }: Props) {
  const { t, locale } = await getI18n()
  return (
    <PlainForm
      action={action}
      hidden={hidden}
      submit={t('forums.form.save')}
      cancel={{ href: cancelHref, label: t('common.form.cancel') }}
    >
      {teams && <SelectField name="teamId" label={t('forums.form.team')} choices={teams} />}
      <TextField name="nameAr" maxLength={120} label={t('forums.form.nameAr')} defaultValue={values?.nameAr} />
      <TextField name="nameEn" maxLength={120} label={t('forums.form.nameEn')} defaultValue={values?.nameEn} />
      <RadioField
        name="type"
        inline
        label={t('forums.list.type')}
        choices={forumTypes.map((value) => ({ value, label: t(`forums.type.${value}`) }))}
        defaultValue={values?.type}
      />
      <SelectField
        name="locationPcode"
        label={t('forums.form.place')}
        choices={places.map(({ pcode, name }) => ({ value: pcode, label: inLocale(locale, name) }))}
        defaultValue={values?.locationPcode}
      />
      <TextField
        name="policeStation"
        maxLength={120}
        width="half"
        label={t('forums.page.policeStation')}
        defaultValue={values?.policeStation}
      />
      <DateField
        name="termsAdoptedOn"
        optional
        label={t('forums.page.termsAdoptedOn')}
        defaultValue={values?.termsAdoptedOn}
      />
      <TextAreaField
        name="terms"
        optional
        maxLength={4000}
        label={t('forums.page.terms')}
        hint={t('forums.form.termsHint')}
        defaultValue={values?.terms}
      />
    </PlainForm>
  )
}
