import { getI18n } from '@/app/i18n'
import { DateField } from '@/components/form/date-field'
import { PlainForm } from '@/components/form/plain-form'
import { RadioField } from '@/components/form/radio-field'
import { TextAreaField } from '@/components/form/text-area-field'
import { TextField } from '@/components/form/text-field'
import type { DraftOptions } from '@/components/form/use-draft'
import type { Action } from '@/lib/commands/result'
import type { PlaceChoice } from '@/lib/communities/place'
import { rankings } from '@/lib/communities/plans/domain'
import { PlaceField, TeamField } from '../place-field'

type Props = {
  action: Action
  hidden: Record<string, string | number>
  places: readonly PlaceChoice[]
  askTeam?: boolean
  values?: {
    titleEn: string
    titleAr: string
    locationPcode: string
    startsOn: string
    endsOn: string
    partners: string
    ranking: string
  }
  cancelHref: string
  draft?: DraftOptions
}

/** What a plan is called, where, from when to when, with whom, and how its needs are put in order. */
export async function PlanForm({ action, hidden, places, askTeam, values, cancelHref, draft }: Props) {
  const { t } = await getI18n()
  return (
    <PlainForm
      action={action}
      hidden={hidden}
      submit={t('communities.form.save')}
      cancel={{ href: cancelHref, label: t('common.form.cancel') }}
      draft={draft}
    >
      {askTeam && <TeamField places={places} />}
      <TextField name="titleAr" maxLength={160} label={t('communities.form.titleAr')} defaultValue={values?.titleAr} />
      <TextField name="titleEn" maxLength={160} label={t('communities.form.titleEn')} defaultValue={values?.titleEn} />
      <PlaceField places={places} {...(values && { value: values.locationPcode })} />
      <DateField name="startsOn" label={t('communities.plans.startsOn')} defaultValue={values?.startsOn} />
      <DateField name="endsOn" label={t('communities.plans.endsOn')} defaultValue={values?.endsOn} />
      <TextAreaField
        name="partners"
        optional
        rows={2}
        maxLength={1000}
        label={t('communities.plans.partners')}
        defaultValue={values?.partners}
      />
      <RadioField
        name="ranking"
        label={t('communities.plans.rankingLabel')}
        defaultValue={values?.ranking ?? 'simple'}
        choices={rankings.map((value) => ({
          value,
          label: t(`communities.plans.ranking.${value}`),
          hint: t(`communities.plans.rankingHint.${value}`),
        }))}
      />
    </PlainForm>
  )
}
