import { getI18n } from '@/app/i18n'
import { PlainForm } from '@/components/form/plain-form'
import { RadioField } from '@/components/form/radio-field'
import { SelectField } from '@/components/form/select-field'
import { TextAreaField } from '@/components/form/text-area-field'
import { TextField } from '@/components/form/text-field'
import { concernCategories, severities } from '@/lib/forums/concerns/domain'
import type { ConcernPage } from '@/lib/forums/concerns/queries'
import { triageDecisions } from '@/lib/forums/concerns/schemas'
import { triageConcern } from '../actions'

/** What a supervisor decides about a concern that was raised; each field shows where it matters, by the style sheet alone. */
export async function TriageForm({ page }: { page: ConcernPage }) {
  const { t } = await getI18n()
  const { concern, originals } = page
  return (
    <PlainForm
      action={triageConcern}
      hidden={{ caseId: concern.id, version: concern.version }}
      submit={t('concerns.next.deed.triage')}
      label={t('concerns.next.deed.triage')}
      className="group/triage max-w-2xl space-y-5"
    >
      <RadioField
        name="decision"
        label={t('concerns.next.decision')}
        choices={triageDecisions.map((value) => ({ value, label: t(`concerns.next.decisions.${value}`) }))}
      />
      <div className="hidden group-has-[[value=duplicate]:checked]/triage:block">
        <SelectField
          name="originalId"
          label={t('concerns.next.original')}
          choices={originals.map((other) => ({ value: other.id, label: `${other.reference} · ${other.summary}` }))}
        />
      </div>
      <div className="hidden group-has-[[value=refer_out]:checked]/triage:block">
        <TextField name="referredTo" maxLength={200} label={t('concerns.next.referredTo')} />
      </div>
      <div className="hidden group-has-[[value=accept]:checked]/triage:block">
        <div className="space-y-5">
          <SelectField
            name="severity"
            optional
            label={t('concerns.next.severity')}
            choices={severities
              .filter((value) => value !== concern.severity)
              .map((value) => ({ value, label: t(`concerns.severity.${value}`) }))}
          />
          <SelectField
            name="category"
            optional
            label={t('concerns.next.category')}
            choices={concernCategories
              .filter((value) => value !== concern.category)
              .map((value) => ({ value, label: t(`concerns.category.${value}`) }))}
          />
        </div>
      </div>
      <div className="hidden group-has-[[value=out_of_scope]:checked]/triage:block group-has-[[value=refer_out]:checked]/triage:block">
        <TextAreaField name="reason" rows={2} maxLength={1000} optional label={t('concerns.next.reason')} />
      </div>
    </PlainForm>
  )
}
