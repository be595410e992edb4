import { smallGroups } from '../../small-groups'

/** What is counted, by what, in a period: sessions by their day, concerns by the day they were raised, actions by the day they were due. */
export const tables = {
  sessions: { dimensions: ['forum', 'district', 'type'], measures: ['sessions', 'heads'] },
  attendance: { dimensions: ['age_band', 'displacement', 'disability'], measures: ['women', 'men', 'heads'] },
  concerns: {
    dimensions: ['category', 'forum', 'severity', 'source', 'district'],
    measures: ['raised', 'accepted', 'resolved', 'verified', 'reopened'],
  },
  actions: { dimensions: ['forum', 'level', 'district'], measures: ['due', 'done', 'on_time', 'verified', 'overdue'] },
} as const

export type Table = keyof typeof tables
export const tableNames = ['sessions', 'attendance', 'concerns', 'actions'] as const satisfies readonly Table[]

/** Tables whose numbers open the records behind them; heads in a room have none. */
export const openTables = ['sessions', 'concerns', 'actions'] as const
export type OpenTable = (typeof openTables)[number]

export type FigureRow = {
  table: Table
  /** `all` for the whole. */
  dimension: string
  value: string
  counts: Record<string, number>
  /** Median of days from raised to resolved; null when none was. */
  days: number | null
}
export type ShownRow = FigureRow & { withheld: readonly string[] }

/** Withholds small groups of concerns, and what would give them away. Heads and sessions are counts of a public meeting. */
export function withhold(rows: readonly FigureRow[]): ShownRow[] {
  const withheld = new Map<FigureRow, string[]>(rows.map((row) => [row, []]))
  for (const dimension of [...tables.concerns.dimensions, 'all'])
    for (const measure of tables.concerns.measures) {
      const inside = rows.filter((row) => row.table === 'concerns' && row.dimension === dimension)
      for (const row of smallGroups(inside, (one) => one.counts[measure] ?? 0)) withheld.get(row)?.push(measure)
    }
  return rows.map((row) => ({ ...row, withheld: withheld.get(row) ?? [] }))
}

/** Whether a count of the row is withheld: its own group is too small, or the whole row is. */
export function isWithheld(row: ShownRow, measure: string): boolean {
  return row.withheld.includes(measure) || row.withheld.includes('raised')
}
