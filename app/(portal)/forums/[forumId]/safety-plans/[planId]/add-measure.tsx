import { getI18n } from '@/app/i18n'
import { DateField } from '@/components/form/date-field'
import { PlainForm } from '@/components/form/plain-form'
import { RadioField } from '@/components/form/radio-field'
import { SelectField } from '@/components/form/select-field'
import { TextField } from '@/components/form/text-field'
import { Section } from '@/components/ui/section'
import { severities } from '@/lib/forums/concerns/domain'
import type { PlanPage } from '@/lib/forums/safety-plans/queries'
import { WritingGuard } from '../../../concerns/writing-guard'
import { addMeasure } from '../actions'

/** The form of one more measure; concerns that have none yet stand first. */
export async function AddMeasure({ page }: { page: PlanPage }) {
  const { t } = await getI18n()
  const { plan, measures, concerns } = page
  const has = (id: string) => measures.some((measure) => measure.case_id === id)
  const inOrder = [...concerns].sort((a, b) => Number(has(a.id)) - Number(has(b.id)))
  return (
    <Section title={t('safetyPlans.add')} id="add">
      <PlainForm
        action={addMeasure}
        hidden={{ planId: plan.id, version: plan.version }}
        submit={t('safetyPlans.add')}
        resetOnDone
      >
        <SelectField
          name="caseId"
          optional
          label={t('safetyPlans.concern')}
          choices={inOrder.map((concern) => ({
            value: concern.id,
            label: `${t(`concerns.severity.${concern.severity}`)} · ${concern.summary}`,
          }))}
        />
        <RadioField
          name="priority"
          inline
          label={t('safetyPlans.priority')}
          choices={[...severities].reverse().map((value) => ({ value, label: t(`concerns.severity.${value}`) }))}
        />
        <WritingGuard>
          <TextField name="measure" maxLength={300} label={t('safetyPlans.measure')} />
        </WritingGuard>
        <TextField
          name="responsible"
          maxLength={120}
          label={t('safetyPlans.responsible')}
          hint={t('safetyPlans.responsibleHint')}
        />
        <DateField name="reviewOn" label={t('safetyPlans.reviewOn')} />
      </PlainForm>
    </Section>
  )
}
