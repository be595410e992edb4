'use client'

import { ActionForm } from '@/components/form/action-form'
import { FormActions } from '@/components/form/form-actions'
import { useActionForm } from '@/components/form/use-action-form'
import type { Handover } from '@/lib/admin/links'
import type { Action } from '@/lib/commands/result'
import { HandoverNote } from './handover-note'

type LinkFormProps = { action: Action<Handover>; userId: string; kind: 'invite' | 'reset'; submit: string }

/** Sends a one-time link; says what became of it in the same place. */
export function LinkForm({ action, userId, kind, submit }: LinkFormProps) {
  const form = useActionForm<Handover>(null, action)
  const { outcome } = form
  return (
    <ActionForm form={form} hidden={{ userId, kind }} className="space-y-3">
      {outcome?.ok && <HandoverNote handover={outcome.data} />}
      <FormActions submit={submit} variant="secondary" pending={form.pending} />
    </ActionForm>
  )
}
