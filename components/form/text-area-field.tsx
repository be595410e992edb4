'use client'

import { inputClass } from '@/components/ui/input-class'
import { FieldFrame, type FieldProps, textOf } from './field-frame'
import { useField } from './form-context'

type TextAreaFieldProps = FieldProps & { defaultValue?: string | null | undefined; rows?: number; maxLength?: number }

/** Several lines; grows with what is written where the browser can. */
export function TextAreaField({ name, label, hint, optional, defaultValue, rows = 4, maxLength }: TextAreaFieldProps) {
  const field = useField(name, Boolean(hint))
  return (
    <FieldFrame field={field} label={label} hint={hint} optional={optional ?? false}>
      <textarea
        id={field.id}
        name={name}
        dir="auto"
        rows={rows}
        maxLength={maxLength}
        defaultValue={textOf(field.typed, defaultValue)}
        aria-invalid={field.error ? true : undefined}
        aria-describedby={field.describedBy}
        aria-required={!optional}
        className={`${inputClass} field-sizing-content max-h-[70vh] py-2 ${rows > 2 ? 'min-h-28' : 'min-h-16'}`}
      />
    </FieldFrame>
  )
}
