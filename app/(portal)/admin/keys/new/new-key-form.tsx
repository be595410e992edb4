'use client'

import type { ReactNode } from 'react'
import { ActionForm } from '@/components/form/action-form'
import { FormActions } from '@/components/form/form-actions'
import { useActionForm } from '@/components/form/use-action-form'
import { LinkButton } from '@/components/ui/link-button'
import { Notice } from '@/components/ui/notice'
import type { Action } from '@/lib/commands/result'
import { useTranslations } from '@/lib/i18n/client'
import { CopyOnce } from '../../copy-once'

type Asked = { keyId: string; secret: string }
type NewKeyFormProps = {
  action: Action<Asked>
  submit: string
  cancel: { href: string; label: string }
  /** The fields, written out by the server. */
  children: ReactNode
}

/** Asks for a key; when it is made, its secret stands in the place of the form, once. */
export function NewKeyForm({ action, submit, cancel, children }: NewKeyFormProps) {
  const t = useTranslations()
  const form = useActionForm<Asked>(null, action)
  const { outcome } = form
  if (outcome?.ok) {
    const { keyId, secret } = outcome.data
    return (
      <div className="max-w-2xl space-y-6">
        <Notice tone="warning" live title={t('apiKeys.secret.title')}>
          <p>{t('apiKeys.secret.text')}</p>
          <CopyOnce
            value={secret}
            label={t('apiKeys.secret.label')}
            copy={t('apiKeys.secret.copy')}
            copied={t('apiKeys.secret.copied')}
          />
        </Notice>
        <div className="flex flex-wrap gap-3">
          <LinkButton href={`/admin/keys/${keyId}`}>{t('apiKeys.secret.open')}</LinkButton>
          <LinkButton href="/admin/keys" variant="quiet">
            {t('apiKeys.secret.toKeys')}
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
