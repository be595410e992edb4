import Link from 'next/link'
import { getI18n } from '@/app/i18n'
import { type Column, DataTable } from '@/components/ui/data-table'
import { isWithheld, openTables, type ShownRow, type Table, tables } from '@/lib/forums/figures/measures'
import type { Period } from '@/lib/forums/figures/queries'
import { BarName } from '../bar-name'
import { periodHref } from '../period'
import { measureName } from './words'

type Props = {
  table: Table
  title: string
  rows: readonly ShownRow[]
  period: Period
  nameOf: (row: ShownRow) => string
}

/** The two measures whose share says most, if the table has such. */
const shares: Partial<Record<Table, readonly [key: 'share_verified' | 'share_on_time', of: string, all: string]>> = {
  concerns: ['share_verified', 'verified', 'resolved'],
  actions: ['share_on_time', 'on_time', 'due'],
}

/** One breakdown: a bar for each value, counts that open their records, and what follows from them. */
export async function ForumTable({ table, title, rows, period, nameOf }: Props) {
  const { t, format } = await getI18n()
  const [first = ''] = tables[table].measures
  const most = Math.max(1, ...rows.map((row) => row.counts[first] ?? 0))
  const opens = openTables.some((one) => one === table)
  const count = (measure: string): Column<ShownRow> => ({
    key: measure,
    header: measureName(t, table, measure),
    align: 'end',
    cell: (row) => {
      const value = row.counts[measure] ?? 0
      if (isWithheld(row, measure)) return <span className="text-ink-soft">{t('healthFigures.few')}</span>
      if (!opens || value === 0) return <span className="tabular-nums">{format.number(value)}</span>
      const more = { table, measure, by: row.dimension, value: row.value }
      return (
        <Link
          href={periodHref('/reports/policing/records', period, more)}
          prefetch={false}
          className="touch-target inline-flex items-center text-action tabular-nums underline"
        >
          {format.number(value)}
        </Link>
      )
    },
  })
  const share = shares[table]
  const columns: Column<ShownRow>[] = [
    {
      key: 'who',
      header: t('healthFigures.who'),
      cell: (row) => (
        <BarName
          name={nameOf(row)}
          value={isWithheld(row, first) || row.dimension === 'all' ? null : (row.counts[first] ?? 0)}
          most={most}
        />
      ),
    },
    ...tables[table].measures.map(count),
    ...(share
      ? [
          {
            key: share[0],
            header: t(`forumFigures.${share[0]}`),
            align: 'end' as const,
            cell: (row: ShownRow) => {
              const all = row.counts[share[2]] ?? 0
              const isHidden = isWithheld(row, share[1]) || isWithheld(row, share[2])
              return isHidden || all === 0 ? '–' : format.percent((row.counts[share[1]] ?? 0) / all)
            },
          },
        ]
      : []),
    ...(table === 'concerns'
      ? [
          {
            key: 'days',
            header: t('forumFigures.days'),
            align: 'end' as const,
            cell: (row: ShownRow) => (row.days === null || isWithheld(row, 'resolved') ? '–' : format.number(row.days)),
          },
        ]
      : []),
  ]
  return (
    <DataTable caption={title} columns={columns} rows={rows} rowKey={(row) => `${row.dimension}-${row.value}`} isEven />
  )
}
