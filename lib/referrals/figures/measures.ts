import { smallGroups } from '../../small-groups'

/** By what referrals are broken down; each value of each opens the records behind it. */
export const dimensions = [
  'month',
  'service',
  'priority',
  'outcome',
  'facility',
  'sex',
  'age_band',
  'displacement',
  'disability',
  'district',
] as const
export type Dimension = (typeof dimensions)[number]

/** What is counted of the referrals that were sent in the period. */
export const measures = ['referrals', 'accepted', 'attended', 'known', 'missed', 'rejected'] as const
export type Measure = (typeof measures)[number]

/** One line of figures: of all, or of one value of a dimension. Times are medians in hours; null when nothing was measured. */
export type FigureRow = { dimension: Dimension | 'all'; value: string } & Record<Measure, number> & {
    hoursToAccept: number | null
    hoursToAttend: number | null
  }

export type ShownRow = FigureRow & { withheld: readonly Measure[] }

/** Withholds small groups, and what would give them away. */
export function withhold(rows: readonly FigureRow[]): ShownRow[] {
  const withheld = new Map<FigureRow, Measure[]>(rows.map((row) => [row, []]))
  for (const dimension of [...dimensions, 'all'] as const)
    for (const measure of measures) {
      const inside = rows.filter((row) => row.dimension === dimension)
      for (const row of smallGroups(inside, (one) => one[measure])) withheld.get(row)?.push(measure)
    }
  return rows.map((row) => ({ ...row, withheld: withheld.get(row) ?? [] }))
}

/** Whether a count of the row is withheld: its own group is too small, or the whole row is. */
export function isWithheld(row: ShownRow, measure: Measure): boolean {
  return row.withheld.includes('referrals') || row.withheld.includes(measure)
}

const shareOf = (row: ShownRow, part: Measure, whole: Measure) =>
  isWithheld(row, whole) || row[whole] === 0 ? null : { share: row[part] / row[whole] }
const hoursOf = (hours: number | null) => (hours === null ? null : { hours })

/**
 * What stands beside a count: the median of hours until then, or which share it is (outcomes of all that were sent, missed
 * appointments of what was accepted). Null where it is withheld or there is nothing to measure.
 */
export function besideOf(row: ShownRow, measure: Measure): { hours: number } | { share: number } | null {
  if (isWithheld(row, measure)) return null
  switch (measure) {
    case 'accepted':
      return hoursOf(row.hoursToAccept)
    case 'attended':
      return hoursOf(row.hoursToAttend)
    case 'known':
      return shareOf(row, measure, 'referrals')
    case 'missed':
      return shareOf(row, measure, 'accepted')
    default:
      return null
  }
}

type Month = { month: string; row: ShownRow | null }

/** The months from the first to the last in which anything was sent, those without anything between them too. */
export function monthsOf(rows: readonly ShownRow[]): Month[] {
  const byMonth = new Map(rows.filter((row) => row.dimension === 'month').map((row) => [row.value, row]))
  const [first, ...rest] = [...byMonth.keys()].sort()
  const last = rest.at(-1) ?? first
  const months: Month[] = []
  for (let month = first; month && last && month <= last; month = monthAfter(month))
    months.push({ month, row: byMonth.get(month) ?? null })
  return months
}

function monthAfter(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number)
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`
}
