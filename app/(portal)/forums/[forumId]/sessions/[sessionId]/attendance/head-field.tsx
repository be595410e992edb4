'use client'

import { textOf } from '@/components/form/field-frame'
import { useField } from '@/components/form/form-context'
import { inputClass } from '@/components/ui/input-class'

type Props = { name: string; label: string; defaultValue: number | undefined; isHead?: boolean }

/** One number of the sheet. Its label is for those who hear the page; the heading of row and column says the same to the eye. */
export function HeadField({ name, label, defaultValue, isHead }: Props) {
  const field = useField(name, false)
  return (
    <>
      <input
        id={field.id}
        name={name}
        type="text"
        inputMode="numeric"
        dir="ltr"
        maxLength={5}
        autoComplete="off"
        aria-label={label}
        aria-invalid={field.error ? true : undefined}
        aria-describedby={field.describedBy}
        data-heads={isHead ? '' : undefined}
        defaultValue={textOf(field.typed, defaultValue)}
        className={`${inputClass} w-full max-w-20 px-2 text-center`}
      />
      {field.error && (
        <span id={`${field.id}-error`} className="block text-sm font-semibold text-danger">
          {field.error}
        </span>
      )}
    </>
  )
}
