'use client'

import type { ReactNode } from 'react'
import { ActionForm } from '@/components/form/action-form'
import { FormActions } from '@/components/form/form-actions'
import { useActionForm } from '@/components/form/use-action-form'
import type { DraftOptions } from '@/components/form/use-draft'
import { LinkButton } from '@/components/ui/link-button'
import type { Handover } from '@/lib/admin/links'
import type { Action } from '@/lib/commands/result'
import { useTranslations } from '@/lib/i18n/client'
import { HandoverNote } from '../handover-note'

type NewUserFormProps = {
  action: Action<Handover>
  submit: string
  cancel: { href: string; label: string }
  draft: DraftOptions
  /** The fields, written out by the server. */
  children: ReactNode
}

/** Makes an account; when it is made, what became of its invitation stands in the place of the form. */
export function NewUserForm({ action, submit, cancel, draft, children }: NewUserFormProps) {
  const t = useTranslations()
  const form = useActionForm<Handover>(null, action, { draft })
  const { outcome } = form
  if (outcome?.ok) {
    return (
      <div className="max-w-2xl space-y-6">
        <HandoverNote handover={outcome.data} />
        <div className="flex flex-wrap gap-3">
          <LinkButton href={`/admin/users/${outcome.data.userId}`}>{t('admin.handover.openUser')}</LinkButton>
          <LinkButton href="/admin/users" variant="quiet">
            {t('admin.handover.toUsers')}
          </LinkButton>
        </div>
      </div>
    )
  }
  return (
    <ActionForm form={form}>
      {children}
      <FormActions submit={submit} pending={form.pending} cancel={cancel} />
    </ActionForm>
  )
}
