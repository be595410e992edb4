'use client'

import { ActionForm } from '@/components/form/action-form'
import { FormActions } from '@/components/form/form-actions'
import { RadioField } from '@/components/form/radio-field'
import { TextAreaField } from '@/components/form/text-area-field'
import { useActionForm } from '@/components/form/use-action-form'
import { decisionSchema } from '@/lib/grants/schemas'
import { useTranslations } from '@/lib/i18n/client'
import { decideGrant } from '../../actions'

type Props = { caseId: string; version: number; shownHash: string; draft: { key: string; secret: string } }

/** The decision carries the hash of what is on the page, so that nothing else can be decided. */
export function DecisionForm({ caseId, version, shownHash, draft }: Props) {
  const t = useTranslations()
  const form = useActionForm(decisionSchema, decideGrant, { draft })
  return (
    <ActionForm form={form} hidden={{ caseId, version, shownHash }}>
      <RadioField
        name="outcome"
        label={t('grants.decision.outcome')}
        choices={(['approve', 'return', 'reject'] as const).map((value) => ({
          value,
          label: t(`grants.decision.outcomes.${value}`),
          hint: t(`grants.decision.outcomeHints.${value}`),
        }))}
      />
      <TextAreaField name="reason" label={t('grants.decision.reason')} hint={t('grants.decision.reasonHint')} />
      <p className="text-sm text-ink-soft">{t('grants.decision.exact')}</p>
      <FormActions submit={t('grants.decision.submit')} pending={form.pending} />
    </ActionForm>
  )
}
