import { getI18n } from '@/app/i18n'
import { PlainForm } from '@/components/form/plain-form'
import { TextAreaField } from '@/components/form/text-area-field'
import { Disclosure } from '@/components/ui/disclosure'
import { resumeGrant, suspendGrant } from '../../../payments/actions'

/** Lets the payments of a grant stand still, or go on. */
export async function SuspendForms({ grant }: { grant: { id: string; version: number; status: string } }) {
  const { t } = await getI18n()
  const hidden = { caseId: grant.id, version: grant.version }
  const reason = <TextAreaField name="reason" rows={2} label={t('payments.field.reason')} />
  if (grant.status === 'disbursing')
    return (
      <Disclosure label={t('payments.suspend.title')}>
        <PlainForm action={suspendGrant} hidden={hidden} submit={t('payments.suspend.submit')} variant="danger">
          <p className="text-ink-soft">{t('payments.suspend.text')}</p>
          {reason}
        </PlainForm>
      </Disclosure>
    )
  if (grant.status !== 'suspended') return null
  return (
    <Disclosure label={t('payments.suspend.resume')} open>
      <PlainForm action={resumeGrant} hidden={hidden} submit={t('payments.suspend.resume')}>
        {reason}
      </PlainForm>
    </Disclosure>
  )
}
