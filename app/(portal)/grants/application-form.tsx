'use client'

import { useState } from 'react'
import { ActionForm } from '@/components/form/action-form'
import { Fieldset } from '@/components/form/fieldset'
import { FormActions } from '@/components/form/form-actions'
import { MoneyField } from '@/components/form/money-field'
import { RadioField } from '@/components/form/radio-field'
import { SelectField } from '@/components/form/select-field'
import { TextAreaField } from '@/components/form/text-area-field'
import { TextField } from '@/components/form/text-field'
import { useActionForm } from '@/components/form/use-action-form'
import { createGrantSchema, editGrantSchema } from '@/lib/grants/schemas'
import { useTranslations } from '@/lib/i18n/client'
import { createGrant, editGrant } from './actions'

export type RoundChoice = { id: string; label: string; currency: string; most: string }
export type ApplicationValues = {
  fundingRoundId: string
  form: string
  amount: string
  sector: string
  businessKind: string
  businessName: string
  purpose: string
  monthlyIncome: string
  dependants: number
  yearsOfExperience: number
}

type Props = {
  /** The person of a new application, or the case that is edited. */
  about: { personId: string } | { caseId: string; version: number }
  rounds: readonly RoundChoice[]
  sectors: readonly { value: string; label: string }[]
  values?: ApplicationValues
  draft: { key: string; secret: string }
  cancelHref: string
}

/** The application: what is asked for, the business, the household. */
export function ApplicationForm({ about, rounds, sectors, values, draft, cancelHref }: Props) {
  const t = useTranslations()
  const isNew = 'personId' in about
  const form = useActionForm(isNew ? createGrantSchema : editGrantSchema, isNew ? createGrant : editGrant, { draft })
  const [roundId, setRoundId] = useState(values?.fundingRoundId ?? rounds[0]?.id ?? '')
  const round = rounds.find((one) => one.id === roundId) ?? rounds[0]
  return (
    <ActionForm form={form} hidden={{ ...about, currency: round?.currency }}>
      <Fieldset legend={t('grants.form.request')}>
        <SelectField
          name="fundingRoundId"
          label={t('grants.form.round')}
          choices={rounds.map((one) => ({ value: one.id, label: one.label }))}
          defaultValue={roundId}
          onChange={(event) => setRoundId(event.target.value)}
        />
        <MoneyField
          name="amount"
          label={t('grants.form.amount')}
          hint={round && t('grants.form.amountHint', { amount: round.most })}
          currency={round?.currency ?? 'IQD'}
          defaultValue={values?.amount}
        />
        <RadioField
          name="form"
          inline
          label={t('grants.form.kind')}
          choices={[
            { value: 'cash', label: t('grants.form.form.cash') },
            { value: 'in_kind', label: t('grants.form.form.in_kind') },
          ]}
          defaultValue={values?.form}
        />
        <TextAreaField
          name="purpose"
          label={t('grants.form.purpose')}
          hint={t('grants.form.purposeHint')}
          defaultValue={values?.purpose}
        />
      </Fieldset>
      <Fieldset legend={t('grants.form.business')}>
        <RadioField
          name="businessKind"
          inline
          label={t('grants.form.businessKind')}
          choices={[
            { value: 'new', label: t('grants.form.businessKinds.new') },
            { value: 'existing', label: t('grants.form.businessKinds.existing') },
          ]}
          defaultValue={values?.businessKind}
        />
        <TextField
          name="businessName"
          optional
          label={t('grants.form.businessName')}
          defaultValue={values?.businessName}
        />
        <SelectField name="sector" label={t('grants.form.sector')} choices={sectors} defaultValue={values?.sector} />
        <TextField
          name="yearsOfExperience"
          label={t('grants.form.years')}
          inputMode="numeric"
          width="short"
          dir="ltr"
          defaultValue={values?.yearsOfExperience}
        />
      </Fieldset>
      <Fieldset legend={t('grants.form.household')}>
        <MoneyField
          name="monthlyIncome"
          label={t('grants.form.monthlyIncome')}
          hint={t('grants.form.monthlyIncomeHint')}
          currency="IQD"
          defaultValue={values?.monthlyIncome}
        />
        <TextField
          name="dependants"
          label={t('grants.form.dependants')}
          hint={t('grants.form.dependantsHint')}
          inputMode="numeric"
          width="short"
          dir="ltr"
          defaultValue={values?.dependants}
        />
      </Fieldset>
      <FormActions
        submit={t(isNew ? 'grants.form.save' : 'grants.form.saveChanges')}
        pending={form.pending}
        cancel={{ href: cancelHref, label: t('grants.form.cancel') }}
      />
    </ActionForm>
  )
}
