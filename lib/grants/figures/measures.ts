import { smallGroups } from '../../small-groups'

/** By what figures are broken down; each value of each opens the records behind it. */
export const dimensions = ['sex', 'age_band', 'displacement', 'disability', 'district', 'round'] as const
export type Dimension = (typeof dimensions)[number]

/** What is counted. `operating_n` is of those visited in month n. */
export const measures = [
  'applications',
  'approvals',
  'committed',
  'released',
  'spent',
  'operating_3',
  'operating_6',
  'operating_12',
  'jobs_planned',
  'jobs_actual',
] as const
export type Measure = (typeof measures)[number]

export type Money = { IQD: number; USD: number }

/** One line of figures: of all, or of one value of a dimension. Money in minor units of each currency, never added up. */
export type FigureRow = {
  dimension: Dimension | 'all'
  value: string
  applications: number
  approvals: number
  committed: Money
  released: Money
  spent: Money
  visited: Record<3 | 6 | 12, number>
  operating: Record<3 | 6 | 12, number>
  jobsPlanned: { women: number; men: number }
  jobsActual: { women: number; men: number }
}

/** The counts whose small groups are withheld; every figure hangs on one of them. */
const groups = {
  applications: (row: FigureRow) => row.applications,
  approvals: (row: FigureRow) => row.approvals,
  visited_3: (row: FigureRow) => row.visited[3],
  visited_6: (row: FigureRow) => row.visited[6],
  visited_12: (row: FigureRow) => row.visited[12],
} as const
type Group = keyof typeof groups

const groupOf: Record<Measure, Group> = {
  applications: 'applications',
  approvals: 'approvals',
  committed: 'approvals',
  released: 'approvals',
  spent: 'approvals',
  operating_3: 'visited_3',
  operating_6: 'visited_6',
  operating_12: 'visited_12',
  jobs_planned: 'approvals',
  jobs_actual: 'approvals',
}

/** A row, and which of its figures must not be shown to someone who may not know who is in it. */
export type ShownRow = FigureRow & { withheld: readonly Group[] }

/** Whether a figure of the row is withheld: its own group is too small, or would give a small one away. */
export function isWithheld(row: ShownRow, measure: Measure): boolean {
  return row.withheld.includes('applications') || row.withheld.includes(groupOf[measure])
}

/** Withholds small groups, within each dimension. */
export function withhold(rows: readonly FigureRow[]): ShownRow[] {
  const withheld = new Map<FigureRow, Group[]>(rows.map((row) => [row, []]))
  const names: Group[] = ['applications', 'approvals', 'visited_3', 'visited_6', 'visited_12']
  for (const dimension of [...dimensions, 'all'] as const)
    for (const name of names) {
      const of = groups[name]
      const rowsOf = rows.filter((row) => row.dimension === dimension)
      for (const row of smallGroups(rowsOf, of)) withheld.get(row)?.push(name)
    }
  return rows.map((row) => ({ ...row, withheld: withheld.get(row) ?? [] }))
}
