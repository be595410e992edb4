'use client'

import { ActionForm } from '@/components/form/action-form'
import { DateField } from '@/components/form/date-field'
import { FormActions } from '@/components/form/form-actions'
import { type ChoiceGroup, SelectField } from '@/components/form/select-field'
import { TextAreaField } from '@/components/form/text-area-field'
import { useActionForm } from '@/components/form/use-action-form'
import type { Action } from '@/lib/commands/result'
import { useTranslations } from '@/lib/i18n/client'
import { editDeliverySchema, planDeliverySchema } from '@/lib/referrals/supplies/schemas'
import { ItemsFields, type ItemValues } from './items-fields'

type Props = {
  action: Action<{ deliveryId: string }>
  /** Of the delivery that is changed; none for a new one. */
  known?: { deliveryId: string; version: number }
  facilities: readonly ChoiceGroup[]
  values: { facilityId: string; plannedOn: string; remark: string; items: readonly ItemValues[] }
  cancelHref: string
  draft: { key: string; secret: string }
}

/** What is to be sent, where and when. */
export function DeliveryForm({ action, known, facilities, values, cancelHref, draft }: Props) {
  const t = useTranslations()
  const form = useActionForm(known ? editDeliverySchema : planDeliverySchema, action, { draft })
  return (
    <ActionForm form={form} {...(known && { hidden: known })} className="min-w-0 space-y-6">
      <div className="flex flex-wrap gap-x-8 gap-y-4">
        <div className="min-w-0 sm:min-w-80">
          <SelectField
            name="facilityId"
            label={t('supplies.form.facility')}
            choices={facilities}
            defaultValue={values.facilityId}
          />
        </div>
        <DateField name="plannedOn" label={t('supplies.form.plannedOn')} defaultValue={values.plannedOn} />
      </div>
      <ItemsFields items={values.items} />
      <div className="max-w-2xl">
        <TextAreaField name="remark" rows={3} optional label={t('supplies.form.remark')} defaultValue={values.remark} />
      </div>
      <FormActions
        submit={t('supplies.form.save')}
        pending={form.pending}
        cancel={{ href: cancelHref, label: t('common.form.cancel') }}
      />
    </ActionForm>
  )
}
