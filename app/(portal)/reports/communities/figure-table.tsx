import Link from 'next/link'
import type { ReactNode } from 'react'
import { getI18n } from '@/app/i18n'
import { type Column, DataTable } from '@/components/ui/data-table'
import { type FigureRow, type Table, tables } from '@/lib/communities/figures/queries'
import { BarName } from '../bar-name'
import { measureName } from './words'

type Props = { table: Table; title: string; rows: readonly FigureRow[]; nameOf: (row: FigureRow) => string }

/** One breakdown of needs or projects: a bar for each value, and counts that open their records. */
export async function CommunityTable({ table, title, rows, nameOf }: Props) {
  const { t, format } = await getI18n()
  const [first] = tables[table].measures
  const most = Math.max(1, ...rows.map((row) => row.counts[first] ?? 0))
  const open = (row: FigureRow, measure: string, children: ReactNode) => (
    <Link
      href={`/reports/communities/records?${new URLSearchParams({ table, measure, by: row.dimension, value: row.value })}`}
      prefetch={false}
      className="touch-target inline-flex items-center text-action tabular-nums underline"
    >
      {children}
    </Link>
  )
  const count = (measure: string): Column<FigureRow> => ({
    key: measure,
    header: measureName(t, measure),
    align: 'end',
    cell: (row) => {
      const value = row.counts[measure] ?? 0
      if (value === 0) return <span className="text-ink-soft tabular-nums">{format.number(0)}</span>
      return open(row, measure, format.number(value))
    },
  })
  const value: Column<FigureRow> = {
    key: 'value',
    header: t('communityFigures.value'),
    align: 'end',
    cell: (row) => {
      const sums = row.values.map(({ minor, currency }) => (
        <span key={currency} className="block whitespace-nowrap">
          {format.money(minor, currency)}
        </span>
      ))
      return sums.length === 0 ? '–' : open(row, first, <span>{sums}</span>)
    },
  }
  const columns: Column<FigureRow>[] = [
    {
      key: 'who',
      header: t('healthFigures.who'),
      cell: (row) => (
        <BarName name={nameOf(row)} value={row.dimension === 'all' ? null : (row.counts[first] ?? 0)} most={most} />
      ),
    },
    ...tables[table].measures.map(count),
    ...(table === 'projects' ? [value] : []),
  ]
  return (
    <DataTable caption={title} columns={columns} rows={rows} rowKey={(row) => `${row.dimension}-${row.value}`} isEven />
  )
}
