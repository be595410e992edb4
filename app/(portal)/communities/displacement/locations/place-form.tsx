import { getI18n } from '@/app/i18n'
import { CheckboxField } from '@/components/form/checkbox-field'
import { PlainForm } from '@/components/form/plain-form'
import { SelectField } from '@/components/form/select-field'
import { TextAreaField } from '@/components/form/text-area-field'
import { TextField } from '@/components/form/text-field'
import type { Action } from '@/lib/commands/result'
import type { listAreas, PlaceDetail } from '@/lib/communities/displacement/place-queries'
import { ClientMessages } from '@/lib/i18n/client-messages'
import { inLocale } from '@/lib/i18n/in-locale'

type Areas = Awaited<ReturnType<typeof listAreas>>
/** What stands in the fields before anyone types. */
export type PlaceStart = Partial<
  Pick<
    PlaceDetail,
    | 'nameEn'
    | 'nameAr'
    | 'dtmNameEn'
    | 'dtmNameAr'
    | 'aliases'
    | 'placeId'
    | 'dtmLocationId'
    | 'pcode'
    | 'communityPcode'
    | 'latitude'
    | 'longitude'
    | 'isCamp'
  >
> & { areaPcode?: string | null }
type Props = {
  action: Action
  hidden?: Record<string, string | number>
  areas: Areas
  place?: PlaceStart
  cancelHref: string
}

/** Everything that is written of a monitored location. */
export async function PlaceForm({ action, hidden, areas, place = {}, cancelHref }: Props) {
  const { t, locale } = await getI18n()
  const districts = areas.areas.filter((area) => area.level === 2)
  const inside = <Area extends { district: string }>(list: readonly Area[], district: string) =>
    list.filter((one) => one.district === district)
  const choice = (area: { pcode: string; en: string; ar: string }) => ({
    value: area.pcode,
    label: inLocale(locale, area),
  })
  const degrees = { width: 'short', dir: 'ltr', optional: true } as const
  const code = { width: 'half', dir: 'ltr', optional: true, maxLength: 40 } as const
  return (
    <ClientMessages locale={locale} rooms={['displacement.errors', 'displacement.refused']}>
      <PlainForm
        action={action}
        {...(hidden && { hidden })}
        submit={t('displacement.place.form.save')}
        cancel={{ href: cancelHref, label: t('people.form.cancel') }}
      >
        <TextField
          name="nameAr"
          label={t('displacement.place.form.nameAr')}
          defaultValue={place.nameAr}
          maxLength={160}
        />
        <TextField
          name="nameEn"
          label={t('displacement.place.form.nameEn')}
          defaultValue={place.nameEn}
          maxLength={160}
        />
        <SelectField
          name="areaPcode"
          label={t('displacement.place.form.area')}
          choices={districts.map((district) => ({
            label: inLocale(locale, district),
            choices: inside(areas.areas, district.pcode).map(choice),
          }))}
          defaultValue={place.areaPcode}
        />
        <SelectField
          name="communityPcode"
          optional
          label={t('displacement.place.form.community')}
          hint={t('displacement.place.form.communityHint')}
          choices={districts.flatMap((district) => {
            const choices = inside(areas.communities, district.pcode).map(choice)
            return choices.length > 0 ? [{ label: inLocale(locale, district), choices }] : []
          })}
          defaultValue={place.communityPcode}
        />
        <TextField
          name="latitude"
          label={t('displacement.place.form.latitude')}
          hint={t('displacement.place.form.degreesHint')}
          defaultValue={place.latitude}
          {...degrees}
        />
        <TextField
          name="longitude"
          label={t('displacement.place.form.longitude')}
          defaultValue={place.longitude}
          {...degrees}
        />
        <CheckboxField
          name="isCamp"
          label={t('displacement.place.form.isCamp')}
          defaultChecked={place.isCamp ?? false}
        />
        <TextField name="placeId" label={t('displacement.place.form.placeId')} defaultValue={place.placeId} {...code} />
        <TextField
          name="dtmLocationId"
          label={t('displacement.place.form.dtmLocationId')}
          defaultValue={place.dtmLocationId}
          {...code}
        />
        <TextField name="pcode" label={t('displacement.place.form.pcode')} defaultValue={place.pcode} {...code} />
        <TextField
          name="dtmNameAr"
          optional
          label={t('displacement.place.form.dtmNameAr')}
          hint={t('displacement.place.form.dtmHint')}
          defaultValue={place.dtmNameAr}
          maxLength={160}
        />
        <TextField
          name="dtmNameEn"
          optional
          label={t('displacement.place.form.dtmNameEn')}
          defaultValue={place.dtmNameEn}
          maxLength={160}
        />
        <TextAreaField
          name="aliases"
          optional
          rows={3}
          label={t('displacement.place.form.aliases')}
          hint={t('displacement.place.form.aliasesHint')}
          defaultValue={place.aliases?.join('\n')}
        />
      </PlainForm>
    </ClientMessages>
  )
}
