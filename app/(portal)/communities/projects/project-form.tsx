import { getI18n } from '@/app/i18n'
import { PlainForm } from '@/components/form/plain-form'
import { RadioField } from '@/components/form/radio-field'
import { SelectField } from '@/components/form/select-field'
import { TextAreaField } from '@/components/form/text-area-field'
import { TextField } from '@/components/form/text-field'
import type { DraftOptions } from '@/components/form/use-draft'
import type { Action } from '@/lib/commands/result'
import type { PlaceChoice } from '@/lib/communities/place'
import { projectKinds } from '@/lib/communities/projects/domain'
import { PlaceField, TeamField } from '../place-field'

type Props = {
  action: Action
  hidden: Record<string, string | number | undefined>
  places: readonly PlaceChoice[]
  /** For a new project: team and currency, which stay as they are chosen. */
  isNew?: boolean
  values?: { titleEn: string; titleAr: string; kind?: string; locationPcode: string; description: string }
  cancelHref: string
  draft?: DraftOptions
}

/** What a project is, where, and what for. */
export async function ProjectForm({ action, hidden, places, isNew, values, cancelHref, draft }: Props) {
  const { t } = await getI18n()
  return (
    <PlainForm
      action={action}
      hidden={hidden}
      submit={t('communities.form.save')}
      cancel={{ href: cancelHref, label: t('common.form.cancel') }}
      draft={draft}
    >
      {isNew && <TeamField places={places} />}
      <SelectField
        name="kind"
        label={t('projects.kindWord')}
        choices={projectKinds.map((value) => ({ value, label: t(`projects.kind.${value}`) }))}
        defaultValue={values?.kind}
      />
      <TextField name="titleAr" maxLength={160} label={t('communities.form.titleAr')} defaultValue={values?.titleAr} />
      <TextField name="titleEn" maxLength={160} label={t('communities.form.titleEn')} defaultValue={values?.titleEn} />
      <PlaceField places={places} {...(values && { value: values.locationPcode })} />
      <TextAreaField
        name="description"
        optional
        maxLength={2000}
        label={t('projects.description')}
        defaultValue={values?.description}
      />
      {isNew && (
        <RadioField
          name="currency"
          inline
          label={t('projects.currency')}
          defaultValue="IQD"
          choices={(['IQD', 'USD'] as const).map((value) => ({ value, label: value }))}
        />
      )}
    </PlainForm>
  )
}
