'use client'

import { type ReactNode, useMemo } from 'react'
import { get } from 'react-hook-form'
import { DraftNotice } from './draft-notice'
import { FormContext } from './form-context'
import { FormOutcome } from './form-outcome'
import type { ActionFormState } from './use-action-form'

type ActionFormProps = {
  form: ActionFormState
  /** Sent along unseen, such as `{ caseId, version }`. `version` follows the record when it is loaded anew. */
  hidden?: Record<string, string | number | undefined>
  className?: string
  /** Names the form where a page has several. */
  label?: string
  children: ReactNode
}

/** The form of `useActionForm`: summary of errors, draft notice, hidden fields, then your fields. */
export function ActionForm({ form, hidden = {}, className = 'max-w-2xl space-y-6', label, children }: ActionFormProps) {
  const { id, errors, values } = form
  const context = useMemo(
    () => ({
      id,
      errors,
      errorOf: (name: string) => errors[name],
      typed: (name: string): unknown => get(values, name),
    }),
    [id, errors, values],
  )
  return (
    <FormContext value={context}>
      <form
        ref={form.formRef}
        action={form.formAction}
        onSubmit={form.onSubmit}
        onInput={form.onInput}
        noValidate
        aria-label={label}
        aria-busy={form.pending}
        className={className}
      >
        <FormOutcome form={form} />
        <DraftNotice form={form} />
        <input type="hidden" name="commandId" value={form.commandId} suppressHydrationWarning />
        {Object.entries(hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value ?? ''} />
        ))}
        {children}
      </form>
    </FormContext>
  )
}
