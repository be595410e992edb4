'use client'

import { type ReactNode, useState } from 'react'
import { useField } from '@/components/form/form-context'
import { RowCell } from '@/components/form/row-cell'
import { Button } from '@/components/ui/button'

export type RowColumn = { key: string; label: string; kind: 'text' | 'number' }

type Props = {
  /** The list's name in the form's data. */
  name: string
  legend: string
  hint: ReactNode
  columns: readonly RowColumn[]
  rows: readonly Record<string, string>[]
  most: number
  addLabel: string
  className: string
}

/** Rows of a bill or of instalments; a few empty ones stand ready, so that it works without scripts too. */
export function RowsFields({ name, legend, hint, columns, rows, most, addLabel, className }: Props) {
  const whole = useField(name, false)
  const [count, setCount] = useState(Math.min(most, rows.length + 4))
  return (
    <fieldset className="min-w-0 space-y-3">
      <legend className="float-start mb-1 w-full text-lg font-semibold">{legend}</legend>
      <p className="clear-both text-ink-soft">{hint}</p>
      {whole.error && (
        <p id={whole.id} className="font-semibold text-danger">
          {whole.error}
        </p>
      )}
      {Array.from({ length: count }, (_, row) => row).map((row) => (
        <div
          key={row}
          className={`grid grid-cols-2 items-start gap-2 max-lg:border-b max-lg:border-line max-lg:pb-4 ${className}`}
        >
          {columns.map((column) => (
            <RowCell
              key={column.key}
              isFirst={row === 0}
              name={`${name}.${row}.${column.key}`}
              label={column.label}
              kind={column.kind}
              value={rows[row]?.[column.key]}
            />
          ))}
        </div>
      ))}
      <Button
        variant="secondary"
        size="sm"
        onClick={() => setCount(Math.min(most, count + 1))}
        className="needs-script"
      >
        {addLabel}
      </Button>
    </fieldset>
  )
}
