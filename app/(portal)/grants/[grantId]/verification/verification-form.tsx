'use client'

import { ActionForm } from '@/components/form/action-form'
import { DateField } from '@/components/form/date-field'
import { FormActions } from '@/components/form/form-actions'
import { RadioField } from '@/components/form/radio-field'
import { TextAreaField } from '@/components/form/text-area-field'
import { TextField } from '@/components/form/text-field'
import { useActionForm } from '@/components/form/use-action-form'
import { verificationSchema } from '@/lib/grants/schemas'
import { useTranslations } from '@/lib/i18n/client'
import { recordVerification } from '../../actions'

type Props = { caseId: string; version: number; draft: { key: string; secret: string } }

export function VerificationForm({ caseId, version, draft }: Props) {
  const t = useTranslations()
  const form = useActionForm(verificationSchema, recordVerification, { draft })
  return (
    <ActionForm form={form} hidden={{ caseId, version }}>
      <DateField name="visitedOn" label={t('grants.verification.visitedOn')} />
      <TextField name="place" label={t('grants.verification.place')} hint={t('grants.verification.placeHint')} />
      <TextAreaField
        name="findings"
        rows={6}
        label={t('grants.verification.findings')}
        hint={t('grants.verification.findingsHint')}
      />
      <RadioField
        name="isConfirmed"
        label={t('grants.verification.confirmed')}
        choices={[
          { value: 'yes', label: t('grants.verification.yes') },
          { value: 'no', label: t('grants.verification.no') },
        ]}
      />
      <FormActions
        submit={t('grants.verification.save')}
        pending={form.pending}
        cancel={{ href: `/grants/${caseId}`, label: t('grants.form.cancel') }}
      />
    </ActionForm>
  )
}
