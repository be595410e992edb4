'use client'

import type { ChangeEventHandler } from 'react'
import { ChoiceRow } from './choice-row'
import { FieldFrame, type FieldProps } from './field-frame'
import { useField } from './form-context'
import type { Choice } from './select-field'

type CheckboxFieldProps = Omit<FieldProps, 'optional'> & {
  defaultChecked?: boolean
  onChange?: ChangeEventHandler<HTMLInputElement>
}

/** One yes or no: `on` in the form's data when ticked, absent when not. */
export function CheckboxField({ name, label, hint, defaultChecked, onChange }: CheckboxFieldProps) {
  const field = useField(name, false)
  return (
    <div className={field.error ? 'border-s-4 border-danger ps-4' : ''}>
      {field.error && (
        <p id={`${field.id}-error`} className="mb-1.5 font-semibold text-danger">
          {field.error}
        </p>
      )}
      <ChoiceRow
        type="checkbox"
        id={field.id}
        name={name}
        value="on"
        label={<span id={`${field.id}-label`}>{label}</span>}
        hint={hint}
        defaultChecked={field.typed === undefined ? (defaultChecked ?? false) : field.typed === 'on'}
        aria-invalid={field.error ? true : undefined}
        aria-describedby={field.describedBy}
        onChange={onChange}
      />
    </div>
  )
}

type CheckboxGroupFieldProps = FieldProps & { choices: readonly Choice[]; defaultValue?: readonly string[] }

/** Any of several. One ticked arrives as a text, more as a list, none not at all: schemas take all three. */
export function CheckboxGroupField({
  name,
  label,
  hint,
  optional,
  choices,
  defaultValue = [],
}: CheckboxGroupFieldProps) {
  const field = useField(name, Boolean(hint))
  const typed = Array.isArray(field.typed) ? field.typed : field.typed === undefined ? undefined : [field.typed]
  const ticked: readonly unknown[] = typed ?? defaultValue
  return (
    <FieldFrame group field={field} label={label} hint={hint} optional={optional ?? false}>
      <div className="space-y-2">
        {choices.map((choice, index) => (
          <ChoiceRow
            key={choice.value}
            type="checkbox"
            id={index === 0 ? field.id : `${field.id}-${choice.value}`}
            name={name}
            value={choice.value}
            label={choice.label}
            hint={choice.hint}
            defaultChecked={ticked.includes(choice.value)}
          />
        ))}
      </div>
    </FieldFrame>
  )
}
