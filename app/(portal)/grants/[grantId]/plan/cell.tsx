'use client'

import { useField } from '@/components/form/form-context'
import { inputClass } from '@/components/ui/input-class'

type CellProps = {
  name: string
  label: string
  value?: string | number | undefined
  /** Words, not figures. */
  isText?: boolean
  /** The label is shown above; below the first row of a table it is only read out on a wide screen. */
  showLabel?: 'always' | 'narrow' | 'never'
}

const labels = { always: 'mb-1 block text-sm', narrow: 'mb-1 block text-sm sm:sr-only', never: 'sr-only' }

/** One input of a table in the plan, with its error beside it. */
export function Cell({ name, label, value, isText, showLabel = 'always' }: CellProps) {
  const state = useField(name, false)
  return (
    <label className="block min-w-0">
      <span className={labels[showLabel]}>{label}</span>
      <input
        name={name}
        id={state.id}
        dir={isText ? 'auto' : 'ltr'}
        inputMode={isText ? 'text' : 'decimal'}
        autoComplete="off"
        defaultValue={typeof state.typed === 'string' ? state.typed : value}
        aria-invalid={state.error ? true : undefined}
        aria-describedby={state.describedBy}
        className={`${inputClass} follow-page`}
      />
      {state.error && (
        <span id={`${state.id}-error`} className="mt-1 block text-sm font-semibold text-danger">
          {state.error}
        </span>
      )}
    </label>
  )
}
