import { getI18n } from '@/app/i18n'
import { type Column, DataTable } from '@/components/ui/data-table'
import { type Dimension, isWithheld, measures, type ShownRow } from '@/lib/referrals/figures/measures'
import type { Period } from '@/lib/referrals/figures/queries'
import { BarName } from '../bar-name'
import { NumberCell } from './number-cell'

type Props = {
  title: string
  dimension: Dimension
  rows: readonly ShownRow[]
  period: Period
  nameOf: (row: ShownRow) => string
}

/** One breakdown: a row a value, drawn as a bar of referrals with the accepted part darker, and the counts beside. */
export async function HealthTable({ title, dimension, rows, period, nameOf }: Props) {
  const { t } = await getI18n()
  const most = Math.max(1, ...rows.map((row) => row.referrals))
  const columns: Column<ShownRow>[] = [
    {
      key: 'who',
      header: t('healthFigures.who'),
      cell: (row) => (
        <BarName
          name={nameOf(row)}
          value={isWithheld(row, 'referrals') || isWithheld(row, 'accepted') ? null : row.referrals}
          part={row.accepted}
          most={most}
        />
      ),
    },
    ...measures.map(
      (measure): Column<ShownRow> => ({
        key: measure,
        header: t(`healthFigures.measure.${measure}`),
        align: 'end',
        cell: (row) => <NumberCell row={row} measure={measure} dimension={dimension} period={period} />,
      }),
    ),
  ]
  return <DataTable caption={title} columns={columns} rows={rows} rowKey={(row) => row.value} isEven />
}
