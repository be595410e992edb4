import { getI18n } from '@/app/i18n'
import { DateField } from '@/components/form/date-field'
import { MoneyField } from '@/components/form/money-field'
import { TextAreaField } from '@/components/form/text-area-field'
import { TextField } from '@/components/form/text-field'
import type { ProjectDeed } from '@/lib/communities/projects/machine'
import type { ProjectPage } from '@/lib/communities/projects/queries'
import { baghdadDay } from '@/lib/format'

/** Deeds that say something; the others are a button. */
export const speaks: readonly ProjectDeed[] = [
  'assess',
  'prioritise',
  'design',
  'contract',
  'suspend',
  'hand_over',
  'begin_liability',
  'close',
  'cancel',
]

/** What a step of a project has to say. */
export async function DeedFields({ deed, page }: { deed: ProjectDeed; page: ProjectPage }) {
  const { t } = await getI18n()
  const { row, project } = page
  const now = new Date()
  const today = baghdadDay(now)
  const inAYear = baghdadDay(new Date(now.getTime() + 365 * 86_400_000))
  switch (deed) {
    case 'assess':
      return <TextAreaField name="assessment" maxLength={4000} label={t('projects.assessment')} />
    case 'prioritise':
      return <TextAreaField name="priority" maxLength={2000} label={t('projects.priority')} />
    case 'design':
      return <TextAreaField name="design" maxLength={4000} label={t('projects.design')} />
    case 'contract':
      return (
        <>
          <input type="hidden" name="currency" value={project.currency} />
          <TextField name="contractor" maxLength={160} width="half" label={t('projects.contract.contractor')} />
          <TextField
            name="contractNumber"
            optional
            maxLength={60}
            width="half"
            dir="ltr"
            label={t('projects.contract.number')}
          />
          <MoneyField name="value" currency={project.currency} label={t('projects.contract.value')} />
          <DateField name="contractSignedOn" label={t('projects.contract.signedOn')} defaultValue={today} />
          <DateField name="worksEndOn" label={t('projects.contract.endsOn')} />
        </>
      )
    case 'suspend':
      return <TextAreaField name="suspendedBecause" rows={2} maxLength={1000} label={t('communities.reason')} />
    case 'hand_over':
      return (
        <>
          <TextField
            name="operator"
            maxLength={160}
            width="half"
            label={t('projects.handover.operator')}
            hint={t('projects.handover.operatorHint')}
          />
          <TextAreaField
            name="maintenance"
            maxLength={2000}
            label={t('projects.handover.maintenance')}
            hint={t('projects.handover.maintenanceHint')}
          />
          <DateField name="handedOverOn" label={t('projects.handover.on')} defaultValue={today} />
        </>
      )
    case 'begin_liability':
      return <DateField name="liabilityEndsOn" label={t('projects.handover.liabilityEndsOn')} defaultValue={inAYear} />
    case 'close':
      return (
        <TextAreaField
          name="result"
          maxLength={4000}
          label={t('projects.result')}
          hint={t('projects.resultHint')}
          defaultValue={row.result}
        />
      )
    case 'cancel':
      return <TextAreaField name="reason" rows={2} maxLength={1000} label={t('communities.reason')} />
    default:
      return null
  }
}
