'use client'

import { useMemo } from 'react'
import { ActionForm } from '@/components/form/action-form'
import { DateField } from '@/components/form/date-field'
import { FormActions } from '@/components/form/form-actions'
import { type ChoiceGroup, SelectField } from '@/components/form/select-field'
import { useActionForm } from '@/components/form/use-action-form'
import { useTranslations } from '@/lib/i18n/client'
import type { Category, Cells } from '@/lib/referrals/consultations/domain'
import { registerSchemaWith } from '@/lib/referrals/consultations/schemas'
import { enterRegister } from '../actions'
import type { Words } from './grid-cells'
import { RegisterGrid } from './register-grid'

type Props = {
  facilities: readonly ChoiceGroup[]
  categories: readonly Category[]
  words: Words
  facilityId: string
  heldOn: string
  lines: readonly Cells[]
  rowsAtFirst: number
  /** The register that this one takes the place of: then facility and day are as they were. */
  replaces: string | null
  /** In words, when they stand. */
  fixed: string | null
  draft: { key: string; secret: string }
}

/** A day's register, typed as it stands on paper. */
export function RegisterForm(props: Props) {
  const { facilities, categories, words, facilityId, heldOn, lines, rowsAtFirst, replaces, fixed, draft } = props
  const t = useTranslations()
  const schema = useMemo(() => registerSchemaWith(categories), [categories])
  const form = useActionForm(schema, enterRegister, { draft })
  const hidden = replaces ? { replaces, facilityId, heldOn } : {}
  return (
    <ActionForm form={form} hidden={hidden} className="min-w-0 space-y-6">
      {fixed ? (
        <p className="font-semibold">{fixed}</p>
      ) : (
        <div className="flex flex-wrap gap-x-8 gap-y-4">
          <div className="min-w-0 sm:min-w-80">
            <SelectField
              name="facilityId"
              label={t('consultations.facility')}
              choices={facilities}
              defaultValue={facilityId}
            />
          </div>
          <DateField name="heldOn" label={t('consultations.day')} defaultValue={heldOn} />
        </div>
      )}
      <RegisterGrid lines={lines} rowsAtFirst={rowsAtFirst} categories={categories} words={words} />
      <FormActions
        submit={t(replaces ? 'consultations.grid.correct' : 'consultations.grid.enter')}
        pending={form.pending}
        cancel={{
          href: replaces ? `/referrals/consultations/${replaces}` : '/referrals/consultations',
          label: t('common.form.cancel'),
        }}
      />
    </ActionForm>
  )
}
