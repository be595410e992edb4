'use client'

import type { ComponentProps, ReactNode } from 'react'

type ChoiceRowProps = Omit<ComponentProps<'input'>, 'type'> & {
  type: 'radio' | 'checkbox'
  label: ReactNode
  hint?: ReactNode
}

/** A box or a circle with its words; the whole row can be pressed. */
export function ChoiceRow({ type, label, hint, ...rest }: ChoiceRowProps) {
  return (
    <label className="flex min-h-11 items-start gap-3 rounded-md border border-line bg-surface px-3 py-2.5 hover:border-line-strong has-checked:border-action has-checked:bg-action-soft">
      <input type={type} className="mt-0.5 size-5 shrink-0" {...rest} />
      <span className="min-w-0">
        {label}
        {hint && <span className="block text-sm text-ink-soft">{hint}</span>}
      </span>
    </label>
  )
}
