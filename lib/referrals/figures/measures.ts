import { smallGroups } from '../../small-groups'

/** By what referrals are broken down; each value of each opens the records behind it. */
export const dimensions = [
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
