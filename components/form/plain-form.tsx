'use client'

import type { ReactNode } from 'react'
import type { Action } from '@/lib/commands/result'
import { ActionForm } from './action-form'
import { FormActions } from './form-actions'
import { useActionForm } from './use-action-form'
import type { DraftOptions } from './use-draft'

type PlainFormProps = {
  action: Action
  hidden?: Record<string, string | number | undefined>
  submit: ReactNode
  variant?: 'primary' | 'secondary' | 'danger' | 'quiet'
  draft?: DraftOptions | undefined
  resetOnDone?: boolean
  label?: string
  className?: string
  cancel?: { href: string; label: string }
  /** Other buttons beside the deed, such as a second way to send. */
  more?: ReactNode
  children?: ReactNode
}

/**
 * A form that a server component can write out whole: fields as children, the server's answer alone decides. For short
 * deeds (add a note, cancel with a reason); where looking first saves a round trip, make a leaf with `useActionForm`.
 */
export function PlainForm({
  action,
  hidden,
  submit,
  variant,
  draft,
  resetOnDone,
  label,
  className,
  cancel,
  more,
  children,
}: PlainFormProps) {
  const form = useActionForm(null, action, { draft, resetOnDone: resetOnDone ?? false })
  return (
    <ActionForm form={form} {...(hidden && { hidden })} {...(label && { label })} {...(className && { className })}>
      {children}
      <FormActions submit={submit} pending={form.pending} {...(variant && { variant })} {...(cancel && { cancel })}>
        {more}
      </FormActions>
    </ActionForm>
  )
}
