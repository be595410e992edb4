'use client'

import type { ReactNode } from 'react'
import { ActionForm } from '@/components/form/action-form'
import { FormActions } from '@/components/form/form-actions'
import { useActionForm } from '@/components/form/use-action-form'
import { useTranslations } from '@/lib/i18n/client'
import { editPersonSchema } from '@/lib/people/schemas'
import { editPerson } from '../../actions'

type Props = { personId: string; version: number; draft: { key: string; secret: string }; children: ReactNode }

/** Editing a person; looks at the answers before they travel. */
export function EditForm({ personId, version, draft, children }: Props) {
  const t = useTranslations()
  const form = useActionForm(editPersonSchema, editPerson, { draft })
  return (
    <ActionForm form={form} hidden={{ personId, version }} className="max-w-2xl space-y-8">
      {children}
      <FormActions
        submit={t('people.edit.submit')}
        pending={form.pending}
        cancel={{ href: `/people/${personId}`, label: t('people.form.cancel') }}
      />
    </ActionForm>
  )
}
