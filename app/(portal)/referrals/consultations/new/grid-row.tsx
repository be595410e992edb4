'use client'

import { memo } from 'react'
import { controlId } from '@/components/form/form-context'
import { inputClass } from '@/components/ui/input-class'
import { useTranslations } from '@/lib/i18n/client'
import { type Column, columns } from '@/lib/referrals/consultations/domain'

export const gridColumns = 'sm:grid-cols-[2.25rem_5.5rem_4.5rem_1.5fr_5.5rem_1.8fr_6.5rem]'

export type Answer = { value: string; code?: string | undefined }

type Props = {
  formId: string
  row: number
  /** Without scripts the cells are sent by name; with them the grid sends all lines as one text. */
  isNamed: boolean
  answers: Partial<Record<Column, Answer>> | undefined
  /** Column and message key of what is wrong, as text: `age:consultations.errors.age;…`. */
  wrong: string
}

/** A line of the register: its number, six cells, and under them what is wrong. */
export const GridRow = memo(function GridRow({ formId, row, isNamed, answers, wrong }: Props) {
  const t = useTranslations()
  const problems = new Map(
    wrong ? wrong.split(';').map((one): [string, string] => [one.split(':')[0] ?? '', one.split(':')[1] ?? '']) : [],
  )
  return (
    <li
      className={`grid grid-cols-3 gap-x-2 gap-y-1 border-b border-line py-2 sm:items-center sm:gap-x-1 sm:border-b-0 sm:py-0.5 ${gridColumns} border-s-4 ${problems.size > 0 ? 'border-s-danger' : 'border-s-transparent'} max-sm:ps-2`}
    >
      <span className="text-sm text-ink-soft tabular-nums max-sm:col-span-3 sm:text-end sm:pe-2">{row + 1}</span>
      {columns.map((column) => {
        const id = controlId(formId, `rows.${row}.${column}`)
        return (
          <span key={column} className="min-w-0">
            <label className="block">
              <span className="block truncate text-sm sm:sr-only">
                {t(`consultations.column.${column}`)}
                <span className="sr-only"> {row + 1}</span>
              </span>
              <input
                id={id}
                data-at={`${row}.${column}`}
                data-code={answers?.[column]?.code}
                data-shown={answers?.[column]?.code ? answers[column]?.value : undefined}
                name={isNamed ? `rows.${row}.${column}` : undefined}
                defaultValue={answers?.[column]?.value}
                inputMode={column === 'age' ? 'numeric' : undefined}
                maxLength={80}
                autoComplete="off"
                spellCheck={false}
                aria-invalid={problems.has(column) || undefined}
                aria-describedby={problems.has(column) ? `${id}-error` : undefined}
                className={`${inputClass} register-cell`}
              />
            </label>
          </span>
        )
      })}
      {problems.size > 0 && (
        <span className="col-span-full text-sm font-semibold text-danger sm:ps-10">
          {[...problems].map(([column, key]) => {
            const id = controlId(formId, `rows.${row}.${column}`)
            const known = columns.find((one) => one === column)
            return (
              <span key={column} id={`${id}-error`} className="me-4">
                <span id={`${id}-label`}>
                  <span className="sr-only">{row + 1} </span>
                  {known && t(`consultations.column.${known}`)}
                </span>
                : {t.dynamic(key, undefined, 'errors.invalid')}
              </span>
            )
          })}
        </span>
      )}
    </li>
  )
})
