'use client'

import { use } from 'react'
import { FormContext, useField } from '@/components/form/form-context'
import { useTranslations } from '@/lib/i18n/client'
import { type Category, type Cells, columns, mostLines } from '@/lib/referrals/consultations/domain'
import { codeOf, type Words } from './grid-cells'
import { type Answer, GridRow, gridColumns } from './grid-row'
import { useGrid } from './use-grid'

type Props = { lines: readonly Cells[]; rowsAtFirst: number; categories: readonly Category[]; words: Words }

/** The lines of a register as a grid: rows of native inputs before scripts, a grid for the keyboard with them. */
export function RegisterGrid({ lines, rowsAtFirst, categories, words }: Props) {
  const t = useTranslations()
  const form = use(FormContext)
  const whole = useField('table', false)
  const typed = form.typed('rows')
  const atFirst = Math.max(rowsAtFirst, lines.length + 1, Array.isArray(typed) ? typed.length + 1 : 0)
  const grid = useGrid(atFirst, categories, words)
  const answersOf = (row: number): Partial<Record<string, Answer>> | undefined => {
    if (Array.isArray(typed))
      return Object.fromEntries(columns.map((column) => [column, { value: String(typed[row]?.[column] ?? '') }]))
    const cells = lines[row]
    return (
      cells &&
      Object.fromEntries(
        columns.map((column) => {
          const code = codeOf(column, cells[column], categories)
          const word = code && column !== 'age' ? words[column][code] : undefined
          return [column, word ? { value: word, code: code ?? undefined } : { value: cells[column] }]
        }),
      )
    )
  }
  const wrongOf = (row: number) => {
    const named = columns.flatMap((column) => {
      const key = grid.problems[row] ? grid.problems[row][column] : form.errorOf(`rows.${row}.${column}`)
      return key ? [`${column}:${key}`] : []
    })
    return named.join(';')
  }
  return (
    <div ref={grid.grid} {...grid.handlers} className="space-y-3">
      {whole.error && (
        <p id={`${whole.id}-error`} className="font-semibold text-danger">
          {whole.error}
        </p>
      )}
      <div role="status" className="empty:hidden">
        {grid.told && 'tooMany' in grid.told && (
          <p className="font-semibold text-danger">{t('consultations.grid.tooMany', { most: mostLines })}</p>
        )}
        {grid.told && 'pasted' in grid.told && (
          <p className={grid.told.wrong > 0 ? 'font-semibold text-warning' : 'text-good'}>
            {t('consultations.grid.pasted', grid.told)}
          </p>
        )}
      </div>
      <div>
        {/* Each cell bears the name of its column for who does not see it stand above. */}
        <div
          aria-hidden="true"
          className={`hidden gap-x-1 border-s-4 border-b border-s-transparent border-b-line pb-1 text-sm font-semibold sm:grid ${gridColumns}`}
        >
          <span className="pe-2 text-end">{t('consultations.grid.number')}</span>
          {columns.map((column) => (
            <span key={column} className="truncate px-1">
              {t(`consultations.column.${column}`)}
            </span>
          ))}
        </div>
        <ol aria-label={t('consultations.grid.title')}>
          {Array.from({ length: grid.rows }, (_, row) => row).map((row) => (
            <GridRow
              key={row}
              formId={form.id}
              row={row}
              isNamed={!grid.isLive}
              answers={answersOf(row)}
              wrong={wrongOf(row)}
            />
          ))}
        </ol>
      </div>
      {grid.isLive && <textarea id={whole.id} name="table" hidden />}
      <p aria-live="polite" className="text-sm text-ink-soft">
        {t('consultations.grid.count', { count: grid.count })}
      </p>
    </div>
  )
}
