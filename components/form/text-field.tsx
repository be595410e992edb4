'use client'

import type { ComponentProps } from 'react'
import { inputClass } from '@/components/ui/input-class'
import { FieldFrame, type FieldProps, textOf } from './field-frame'
import { useField } from './form-context'

const widths = { full: '', half: 'max-w-sm', short: 'max-w-40', year: 'max-w-24' }

type Native = 'autoComplete' | 'inputMode' | 'spellCheck' | 'maxLength' | 'onChange' | 'autoFocus' | 'readOnly'

export type TextFieldProps = FieldProps &
  Pick<ComponentProps<'input'>, Native> & {
    defaultValue?: string | number | null | undefined
    type?: 'text' | 'email' | 'search' | 'tel'
    /** As wide as the answer is likely to be long. */
    width?: keyof typeof widths
    /** `auto` for names and words; `ltr` for references, phones and emails. */
    dir?: 'auto' | 'ltr'
  }

/** One line of text. */
export function TextField({
  name,
  label,
  hint,
  optional,
  defaultValue,
  width = 'full',
  dir,
  type = 'text',
  ...rest
}: TextFieldProps) {
  const field = useField(name, Boolean(hint))
  return (
    <FieldFrame field={field} label={label} hint={hint} optional={optional ?? false}>
      <input
        id={field.id}
        name={name}
        type={type}
        dir={dir ?? (type === 'email' || type === 'tel' ? 'ltr' : 'auto')}
        defaultValue={textOf(field.typed, defaultValue)}
        aria-invalid={field.error ? true : undefined}
        aria-describedby={field.describedBy}
        aria-required={!optional}
        className={`${inputClass} follow-page ${widths[width]}`}
        {...rest}
      />
    </FieldFrame>
  )
}

/** A phone number in any local form; digits of any script. */
export function PhoneField(props: Omit<TextFieldProps, 'type' | 'dir'>) {
  return <TextField type="tel" inputMode="tel" autoComplete="off" width="half" {...props} />
}
