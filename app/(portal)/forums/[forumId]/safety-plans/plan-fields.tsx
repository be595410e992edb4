import { getI18n } from '@/app/i18n'
import { DateField } from '@/components/form/date-field'
import { TextAreaField } from '@/components/form/text-area-field'
import { WritingGuard } from '../../concerns/writing-guard'

type Facts = { startsOn?: string; endsOn?: string; situation?: string }

/** The time of a plan and the situation that it answers. */
export async function PlanFields({ startsOn, endsOn, situation }: Facts) {
  const { t } = await getI18n()
  return (
    <>
      <DateField name="startsOn" label={t('safetyPlans.startsOn')} defaultValue={startsOn} />
      <DateField name="endsOn" label={t('safetyPlans.endsOn')} defaultValue={endsOn} />
      <WritingGuard>
        <TextAreaField
          name="situation"
          rows={5}
          optional
          maxLength={4000}
          label={t('safetyPlans.situation')}
          hint={t('safetyPlans.situationHint')}
          defaultValue={situation}
        />
      </WritingGuard>
    </>
  )
}
