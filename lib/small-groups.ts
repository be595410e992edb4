/** Fewer people than this are not shown where nobody is to be recognised. Source: the programme's data-protection rules. */
export const leastShown = 5

/**
 * The groups of one breakdown whose count must not be shown: every group of one to four; if that is only one, the next
 * smallest too, since the total would give it away. Empty groups are no one's.
 */
export function smallGroups<Row>(rows: readonly Row[], countOf: (row: Row) => number): Row[] {
  const some = rows.filter((row) => countOf(row) > 0)
  const small = some.filter((row) => countOf(row) < leastShown)
  const [next] = some.filter((row) => countOf(row) >= leastShown).sort((a, b) => countOf(a) - countOf(b))
  return small.length === 1 && next ? [...small, next] : small
}
