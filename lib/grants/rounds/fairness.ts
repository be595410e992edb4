/** How a round's selection stands against what it was meant for. Pure. */

export const fairnessDimensions = ['sex', 'age_band', 'displacement', 'disability', 'district'] as const
export type FairnessDimension = (typeof fairnessDimensions)[number]

/** People of one kind: how many applied, came before a committee, and were chosen. */
export type FairnessCount = {
  dimension: FairnessDimension | 'all'
  value: string
  applied: number
  reached: number
  chosen: number
}

export type FairnessRow = {
  value: string
  applied: number
  reached: number
  chosen: number
  /** Shares of all applicants, and of all chosen; 0 when there are none. */
  appliedShare: number
  chosenShare: number
  /** What share was meant for them, 0 to 1; null when the round says nothing. */
  quota: number | null
}

const share = (part: number, whole: number) => (whole > 0 ? part / whole : 0)

/** The tables of the fairness view, one a dimension, in the order of the view; the largest group of applicants first. */
export function fairnessTables(
  counts: readonly FairnessCount[],
  quotas: readonly { dimension: string; value: string; percent: number }[],
): { all: FairnessCount; tables: { dimension: FairnessDimension; rows: FairnessRow[] }[] } {
  const all = counts.find((one) => one.dimension === 'all') ?? {
    dimension: 'all',
    value: 'all',
    applied: 0,
    reached: 0,
    chosen: 0,
  }
  const tables = fairnessDimensions.map((dimension) => {
    const quotaOf = (value: string) =>
      quotas.find((quota) => quota.dimension === dimension && quota.value === value)?.percent ?? null
    const found = counts.filter((one) => one.dimension === dimension)
    // What was meant for someone of whom nobody applied shows too: that is a finding.
    const missing = quotas
      .filter((quota) => quota.dimension === dimension && !found.some((one) => one.value === quota.value))
      .map(({ value }) => ({ dimension, value, applied: 0, reached: 0, chosen: 0 }))
    const rows = [...found, ...missing]
      .sort((a, b) => b.applied - a.applied || a.value.localeCompare(b.value))
      .map(({ value, applied, reached, chosen }) => {
        const percent = quotaOf(value)
        return {
          value,
          applied,
          reached,
          chosen,
          appliedShare: share(applied, all.applied),
          chosenShare: share(chosen, all.chosen),
          quota: percent === null ? null : percent / 100,
        }
      })
    return { dimension, rows }
  })
  return { all, tables }
}
