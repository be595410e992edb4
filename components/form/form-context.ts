'use client'

import { createContext, use } from 'react'
import { useTranslations } from '@/lib/i18n/client'

export type FormContext = {
  /** Makes ids of fields unique on the page. */
  id: string
  /** All errors, path → message key. */
  errors: Readonly<Record<string, string>>
  /** The message key of a field's error, if any. */
  errorOf: (name: string) => string | undefined
  /** What was typed in this field before a round trip without scripts. */
  typed: (name: string) => unknown
}

export const FormContext = createContext<FormContext>({
  id: 'form',
  errors: {},
  errorOf: () => undefined,
  typed: () => undefined,
})

/** The id of a field's control; the error summary links to it. */
export function controlId(formId: string, name: string): string {
  return `${formId}-${name}`
}

export type FieldState = {
  id: string
  /** The error in words. */
  error: string | undefined
  /** For the control: what describes it, and whether it is wrong. */
  describedBy: string | undefined
  typed: unknown
}

/** What a field needs of the form around it. `parts`: names whose errors belong to this field as well. */
export function useField(name: string, hasHint: boolean, parts: readonly string[] = []): FieldState {
  const form = use(FormContext)
  const t = useTranslations()
  const key = [name, ...parts].map(form.errorOf).find(Boolean)
  const id = controlId(form.id, name)
  const described = [hasHint && `${id}-hint`, key && `${id}-error`].filter(Boolean).join(' ')
  return {
    id,
    error: key && t.dynamic(key, undefined, 'errors.invalid'),
    describedBy: described || undefined,
    typed: form.typed(name),
  }
}
