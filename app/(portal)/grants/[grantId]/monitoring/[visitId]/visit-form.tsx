'use client'

import { ActionForm } from '@/components/form/action-form'
import { DateField } from '@/components/form/date-field'
import type { DraftEntry } from '@/components/form/draft-store'
import { Fieldset } from '@/components/form/fieldset'
import { FormActions } from '@/components/form/form-actions'
import { MoneyField } from '@/components/form/money-field'
import { keepWaiting } from '@/components/form/outbox'
import { RadioField } from '@/components/form/radio-field'
import { TextAreaField } from '@/components/form/text-area-field'
import { TextField } from '@/components/form/text-field'
import { useActionForm } from '@/components/form/use-action-form'
import { businessStates, receivedAnswers } from '@/lib/grants/monitoring/domain'
import { visitSchema } from '@/lib/grants/monitoring/schemas'
import { useTranslations } from '@/lib/i18n/client'
import { recordVisit } from '../../../visits/actions'

type Props = {
  caseId: string
  visitId: string
  /** Names the visit in the outbox. */
  label: string
  currency: 'IQD' | 'USD'
  today: string
  draft: { key: string; secret: string }
}

const jobs = ['jobsWomenFull', 'jobsWomenPart', 'jobsMenFull', 'jobsMenPart'] as const

/** Kept on the device while it is typed; recorded without a line it waits in the outbox and is sent when the line is back. */
export function VisitForm({ caseId, visitId, label, currency, today, draft }: Props) {
  const t = useTranslations()
  const keepUnsent = (data: FormData) => {
    const entries = [...data].flatMap(([name, value]): DraftEntry[] =>
      typeof value === 'string' && !name.startsWith('$') ? [[name, value]] : [],
    )
    const page = `/grants/${caseId}/monitoring/${visitId}`
    return keepWaiting(draft.secret, { key: draft.key, to: '/grants/visits/send', page, label, entries })
  }
  const form = useActionForm(visitSchema, recordVisit, { draft, keepUnsent })
  return (
    <ActionForm form={form} hidden={{ visitId, currency }}>
      <DateField name="visitedOn" label={t('monitoring.form.visitedOn')} defaultValue={today} />
      <RadioField
        name="received"
        label={t('monitoring.form.received')}
        choices={receivedAnswers.map((value) => ({ value, label: t(`monitoring.receivedAnswer.${value}`) }))}
      />
      <RadioField
        name="business"
        label={t('monitoring.form.business')}
        choices={businessStates.map((value) => ({ value, label: t(`monitoring.businessState.${value}`) }))}
      />
      <MoneyField
        name="monthlyProfit"
        label={t('monitoring.form.profit')}
        hint={t('monitoring.form.profitHint')}
        currency={currency}
      />
      <Fieldset legend={t('monitoring.form.jobs')}>
        <div className="grid grid-cols-2 gap-4">
          {jobs.map((name) => (
            <TextField
              key={name}
              name={name}
              label={t(`monitoring.form.${name}`)}
              inputMode="numeric"
              width="short"
              dir="ltr"
              defaultValue="0"
            />
          ))}
        </div>
      </Fieldset>
      <RadioField
        name="satisfaction"
        scale
        label={t('monitoring.form.satisfaction')}
        hint={t('monitoring.form.satisfactionHint')}
        choices={['1', '2', '3', '4', '5'].map((value) => ({ value, label: value }))}
      />
      <TextAreaField name="remark" rows={3} optional label={t('monitoring.form.remark')} />
      <RadioField
        name="safety"
        inline
        label={t('monitoring.form.safety')}
        hint={t('monitoring.form.safetyHint')}
        choices={[
          { value: 'no', label: t('monitoring.form.no') },
          { value: 'yes', label: t('monitoring.form.yes') },
        ]}
      />
      <TextAreaField
        name="safetyBody"
        rows={3}
        optional
        label={t('monitoring.form.safetyBody')}
        hint={t('monitoring.form.safetyBodyHint')}
      />
      <FormActions
        submit={t('monitoring.form.save')}
        pending={form.pending}
        cancel={{ href: `/grants/${caseId}/monitoring`, label: t('grants.form.cancel') }}
      />
    </ActionForm>
  )
}
