import { smallGroups } from '../../small-groups'
import { type SumDimension, sumDimensions } from './domain'

/** One number: consultations of one value of one dimension. `isWithheld` when the reader may not know who is in it. */
export type TotalRow = { dimension: SumDimension; value: string; count: number; isWithheld: boolean }
export type MonthRow = { month: string; count: number; isWithheld: boolean }
export type Totals = { all: { count: number; isWithheld: boolean }; rows: TotalRow[]; months: MonthRow[] }

export type RawTotal = { month: string | null; dimension: SumDimension | 'all'; value: string; count: number }

/** Shapes what the database added up; small groups are withheld from who sees figures without people. */
export function totalsOf(raw: readonly RawTotal[], isDeidentified: boolean): Totals {
  const mark = <Row extends { count: number }>(rows: readonly Row[]) => {
    const small = new Set(isDeidentified ? smallGroups(rows, (row) => row.count) : [])
    return rows.map((row) => ({ ...row, isWithheld: small.has(row) }))
  }
  const months = raw.flatMap(({ month, dimension, count }) => (month && dimension === 'all' ? [{ month, count }] : []))
  const count = months.reduce((sum, row) => sum + row.count, 0)
  const rows = sumDimensions.flatMap((dimension) =>
    mark(
      raw.flatMap((row) => (row.dimension === dimension ? [{ dimension, value: row.value, count: row.count }] : [])),
    ),
  )
  const [all] = mark([{ count }])
  return { all: all ?? { count, isWithheld: false }, rows, months: mark(months) }
}
