'use client'

import type { ChangeEventHandler } from 'react'
import { ChoiceRow } from './choice-row'
import { FieldFrame, type FieldProps, textOf } from './field-frame'
import { useField } from './form-context'
import type { Choice } from './select-field'

type RadioFieldProps = FieldProps & {
  choices: readonly Choice[]
  defaultValue?: string | null | undefined
  /** Side by side where there is room, for short answers. */
  inline?: boolean
  /** Points on a scale: all in one row, also on the narrowest phone. */
  scale?: boolean
  onChange?: ChangeEventHandler<HTMLInputElement>
}

const scaleClass =
  'grid max-w-md auto-cols-fr grid-flow-col gap-1.5 *:items-center *:gap-2 *:px-2 max-xs:*:flex-col max-xs:*:gap-1'

/** One of a few, all to be seen. */
export function RadioField({
  name,
  label,
  hint,
  optional,
  choices,
  defaultValue,
  inline,
  scale,
  onChange,
}: RadioFieldProps) {
  const field = useField(name, Boolean(hint))
  const chosen = textOf(field.typed, defaultValue)
  return (
    <FieldFrame group field={field} label={label} hint={hint} optional={optional ?? false}>
      <div className={scale ? scaleClass : inline ? 'flex flex-wrap gap-2' : 'space-y-2'}>
        {choices.map((choice, index) => (
          <ChoiceRow
            key={choice.value}
            type="radio"
            id={index === 0 ? field.id : `${field.id}-${choice.value}`}
            name={name}
            value={choice.value}
            label={choice.label}
            hint={choice.hint}
            defaultChecked={choice.value === chosen}
            onChange={onChange}
          />
        ))}
      </div>
    </FieldFrame>
  )
}
