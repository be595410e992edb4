import { getI18n } from '@/app/i18n'
import { PlainForm } from '@/components/form/plain-form'
import { RadioField } from '@/components/form/radio-field'
import { SelectField } from '@/components/form/select-field'
import { TextAreaField } from '@/components/form/text-area-field'
import { TextField } from '@/components/form/text-field'
import type { DraftOptions } from '@/components/form/use-draft'
import type { Action } from '@/lib/commands/result'
import { needSectors } from '@/lib/communities/domain'
import { criteria, mostPoints, weights } from '@/lib/communities/needs/score'

type Points = { severity: number | null; people: number | null; urgency: number | null; feasibility: number | null }

type Props = {
  action: Action
  hidden: Record<string, string | number>
  /** Whether the plan puts its needs in order by a score. */
  isScored: boolean
  values?: Points & {
    sector: string
    titleAr: string
    titleEn: string
    description: string
    peopleAffected: number | null
  }
  cancelHref: string
  draft?: DraftOptions
}

const scale = Array.from({ length: mostPoints }, (_, at) => String(at + 1))

/** What a community needs, how many it concerns, and where the plan is scored the four points of its score. */
export async function NeedForm({ action, hidden, isScored, values, cancelHref, draft }: Props) {
  const { t } = await getI18n()
  return (
    <PlainForm
      action={action}
      hidden={hidden}
      submit={t('communities.form.save')}
      cancel={{ href: cancelHref, label: t('common.form.cancel') }}
      draft={draft}
    >
      <SelectField
        name="sector"
        label={t('communities.sectorWord')}
        choices={needSectors.map((value) => ({ value, label: t(`communities.sector.${value}`) }))}
        defaultValue={values?.sector}
      />
      <TextField
        name="titleAr"
        maxLength={160}
        label={t('communities.needs.titleAr')}
        hint={t('communities.needs.titleHint')}
        defaultValue={values?.titleAr}
      />
      <TextField
        name="titleEn"
        optional
        maxLength={160}
        label={t('communities.needs.titleEn')}
        defaultValue={values?.titleEn}
      />
      <TextAreaField
        name="description"
        optional
        maxLength={2000}
        label={t('communities.needs.description')}
        defaultValue={values?.description}
      />
      <TextField
        name="peopleAffected"
        optional
        inputMode="numeric"
        width="short"
        dir="ltr"
        label={t('communities.needs.peopleAffected')}
        defaultValue={values?.peopleAffected}
      />
      {isScored &&
        criteria.map((criterion) => (
          <RadioField
            key={criterion}
            name={criterion}
            scale
            optional
            label={t(`communities.needs.criterion.${criterion}`)}
            hint={t(`communities.needs.criterionHint.${criterion}`, { weight: String(weights[criterion]) })}
            choices={scale.map((value) => ({ value, label: value }))}
            defaultValue={values?.[criterion]?.toString()}
          />
        ))}
    </PlainForm>
  )
}
