'use client'

import type { ReactNode } from 'react'
import { useTranslations } from '@/lib/i18n/client'
import type { FieldState } from './form-context'

/** What every field takes. `label` and `hint` come translated. */
export type FieldProps = {
  /** Path in the form's data, such as `name.given`. */
  name: string
  label: string
  hint?: ReactNode
  /** Optional answers say so; everything else is needed. */
  optional?: boolean
}

type FrameProps = Omit<FieldProps, 'name'> & { field: FieldState; group?: boolean; children: ReactNode }

/** Label, hint, error, control, in this order: what is wrong is read before the control is reached. */
export function FieldFrame({ field, label, hint, optional, group, children }: FrameProps) {
  const t = useTranslations()
  const words = (
    <>
      <span id={`${field.id}-label`} className="font-semibold">
        {label}
      </span>
      {optional && <span className="text-ink-soft"> {t('common.form.optional')}</span>}
    </>
  )
  const rest = (
    <>
      {hint && (
        <p id={`${field.id}-hint`} className="text-sm text-ink-soft">
          {hint}
        </p>
      )}
      {field.error && (
        <p id={`${field.id}-error`} className="font-semibold text-danger">
          {field.error}
        </p>
      )}
      {children}
    </>
  )
  const mark = field.error ? 'border-s-4 border-danger ps-4' : ''
  return group ? (
    <fieldset aria-describedby={field.describedBy} className={`min-w-0 space-y-1.5 ${mark}`}>
      <legend className="mb-1.5">{words}</legend>
      {rest}
    </fieldset>
  ) : (
    <div className={`space-y-1.5 ${mark}`}>
      <label htmlFor={field.id} className="block">
        {words}
      </label>
      {rest}
    </div>
  )
}

/** What was typed, or else the given answer, as the text of a control. */
export function textOf(typed: unknown, given: string | number | null | undefined): string {
  return typeof typed === 'string' ? typed : String(given ?? '')
}
