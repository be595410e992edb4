import { getI18n } from '@/app/i18n'
import { PlainForm } from '@/components/form/plain-form'
import { TextAreaField } from '@/components/form/text-area-field'
import { Disclosure } from '@/components/ui/disclosure'
import { cancelGrant, withdrawGrant } from '../actions'

/** The two ways to end an application before its decision. */
export async function EndForms({ caseId, version }: { caseId: string; version: number }) {
  const { t } = await getI18n()
  const hidden = { caseId, version }
  return (
    <Disclosure label={t('grants.end.title')}>
      <div className="space-y-8">
        <PlainForm action={withdrawGrant} hidden={hidden} submit={t('grants.end.withdrawDeed')} variant="danger">
          <h3 className="font-semibold">{t('grants.end.withdraw')}</h3>
          <p className="text-ink-soft">{t('grants.end.withdrawText')}</p>
          <TextAreaField name="reason" rows={2} label={t('grants.end.reason')} />
        </PlainForm>
        <PlainForm action={cancelGrant} hidden={hidden} submit={t('grants.end.cancelDeed')} variant="danger">
          <h3 className="font-semibold">{t('grants.end.cancel')}</h3>
          <p className="text-ink-soft">{t('grants.end.cancelText')}</p>
          <TextAreaField name="reason" rows={2} label={t('grants.end.reason')} />
        </PlainForm>
      </div>
    </Disclosure>
  )
}
