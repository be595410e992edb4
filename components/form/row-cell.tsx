'use client'

import { inputClass } from '@/components/ui/input-class'
import { useField } from './form-context'

type RowCellProps = {
  name: string
  label: string
  value?: string | number | null | undefined
  kind?: 'text' | 'code' | 'number'
  /** Below the first row of a table the label is only read out where there is room for a head. */
  isFirst: boolean
  /** One of these instead of a text. */
  options?: readonly { value: string; label: string }[]
}

/** One answer of a row of several, with its error under it. */
export function RowCell({ name, label, value, kind = 'text', isFirst, options }: RowCellProps) {
  const state = useField(name, false)
  const given = typeof state.typed === 'string' ? state.typed : (value ?? '')
  const shared = {
    name,
    id: state.id,
    defaultValue: given,
    'aria-invalid': state.error ? true : undefined,
    'aria-describedby': state.describedBy,
    className: inputClass,
  }
  return (
    <label htmlFor={state.id} className="block min-w-0">
      <span id={`${state.id}-label`} className={`mb-1 block text-sm ${isFirst ? '' : 'lg:sr-only'}`}>
        {label}
      </span>
      {options ? (
        <select {...shared}>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      ) : (
        <input
          {...shared}
          dir={kind === 'text' ? 'auto' : 'ltr'}
          inputMode={kind === 'number' ? 'numeric' : undefined}
          autoComplete="off"
          className={`${inputClass} ${kind === 'text' ? 'follow-page' : ''}`}
        />
      )}
      {state.error && (
        <span id={`${state.id}-error`} className="mt-1 block text-sm font-semibold text-danger">
          {state.error}
        </span>
      )}
    </label>
  )
}
