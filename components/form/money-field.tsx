'use client'

import { inputClass } from '@/components/ui/input-class'
import { FieldFrame, type FieldProps, textOf } from './field-frame'
import { useField } from './form-context'

type MoneyFieldProps = FieldProps & {
  /** The currency's code, shown beside the amount. It is not sent: the record knows it. */
  currency: string
  /** In whole units as people write them, such as `1500000`; not minor units. */
  defaultValue?: string | number | null | undefined
}

/** An amount in any digits, with or without separators; read it with `parseMoney`. */
export function MoneyField({ name, label, hint, optional, currency, defaultValue }: MoneyFieldProps) {
  const field = useField(name, Boolean(hint))
  return (
    <FieldFrame field={field} label={label} hint={hint} optional={optional ?? false}>
      <div dir="ltr" className="flex max-w-60 items-stretch">
        <span className="flex items-center rounded-s-md border border-e-0 border-line-strong bg-sunken px-3 text-ink-soft">
          {currency}
        </span>
        <input
          id={field.id}
          name={name}
          type="text"
          inputMode="decimal"
          autoComplete="off"
          defaultValue={textOf(field.typed, defaultValue)}
          aria-invalid={field.error ? true : undefined}
          aria-describedby={field.describedBy}
          aria-required={!optional}
          className={`${inputClass} follow-page rounded-s-none tabular-nums`}
        />
      </div>
    </FieldFrame>
  )
}
