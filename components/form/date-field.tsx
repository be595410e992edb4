'use client'

import { inputClass } from '@/components/ui/input-class'
import { useTranslations } from '@/lib/i18n/client'
import { FieldFrame, type FieldProps, textOf } from './field-frame'
import { useField } from './form-context'

type DateFieldProps = FieldProps & { defaultValue?: string | null | undefined; autoComplete?: 'bday' }

const parts = ['day', 'month', 'year'] as const
const places = { year: 0, month: 1, day: 2 }

/**
 * A date as three inputs, `name.day`, `name.month`, `name.year`, in any digits; read it with `dateField` of lib/dates.
 * The error of `name` or of any part is shown once, for the whole.
 */
export function DateField({ name, label, hint, optional, defaultValue, autoComplete }: DateFieldProps) {
  const t = useTranslations()
  const field = useField(
    name,
    Boolean(hint),
    parts.map((part) => `${name}.${part}`),
  )
  const given = (defaultValue ?? '').split('-')
  const typed: Record<string, unknown> = typeof field.typed === 'object' && field.typed ? { ...field.typed } : {}
  return (
    <FieldFrame group field={field} label={label} hint={hint} optional={optional ?? false}>
      <div className="flex flex-wrap gap-3">
        {parts.map((part, index) => (
          <label key={part} className="block">
            <span className="mb-1 block text-sm">{t(`common.form.${part}`)}</span>
            <input
              // The summary links to the first of the three.
              id={index === 0 ? field.id : `${field.id}.${part}`}
              name={`${name}.${part}`}
              type="text"
              inputMode="numeric"
              dir="ltr"
              maxLength={part === 'year' ? 4 : 2}
              autoComplete={autoComplete ? `${autoComplete}-${part}` : 'off'}
              defaultValue={textOf(typed[part], given[places[part]])}
              aria-invalid={field.error ? true : undefined}
              className={`${inputClass} text-center ${part === 'year' ? 'max-w-24' : 'max-w-16'}`}
            />
          </label>
        ))}
      </div>
    </FieldFrame>
  )
}
