'use client'

import type { ChangeEventHandler } from 'react'
import { inputClass } from '@/components/ui/input-class'
import { useTranslations } from '@/lib/i18n/client'
import { FieldFrame, type FieldProps, textOf } from './field-frame'
import { useField } from './form-context'

export type Choice = { value: string; label: string; hint?: string }
/** Choices under a heading, such as sub-districts under their district. */
export type ChoiceGroup = { label: string; choices: readonly Choice[] }

type SelectFieldProps = FieldProps & {
  choices: readonly (Choice | ChoiceGroup)[]
  defaultValue?: string | null | undefined
  onChange?: ChangeEventHandler<HTMLSelectElement>
}

const option = (choice: Choice) => (
  <option key={choice.value} value={choice.value}>
    {choice.label}
  </option>
)

/** One of many, as the browser's own select. For up to five choices use `RadioField`. */
export function SelectField({ name, label, hint, optional, choices, defaultValue, onChange }: SelectFieldProps) {
  const t = useTranslations()
  const field = useField(name, Boolean(hint))
  return (
    <FieldFrame field={field} label={label} hint={hint} optional={optional ?? false}>
      <select
        id={field.id}
        name={name}
        defaultValue={textOf(field.typed, defaultValue)}
        onChange={onChange}
        aria-invalid={field.error ? true : undefined}
        aria-describedby={field.describedBy}
        aria-required={!optional}
        className={`${inputClass} max-w-sm`}
      >
        <option value="">{t('common.form.choose')}</option>
        {choices.map((choice) =>
          'choices' in choice ? (
            <optgroup key={choice.label} label={choice.label}>
              {choice.choices.map(option)}
            </optgroup>
          ) : (
            option(choice)
          ),
        )}
      </select>
    </FieldFrame>
  )
}
