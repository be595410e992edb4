import type { Birth } from './domain'
import type { MatchReason } from './match-reasons'

type Known = { year: number; month: string; day: string; precision: Birth['precision'] }

function read(birth: Birth): Known {
  const month = birth.date.slice(5, 7)
  const day = birth.date.slice(8, 10)
  // Offices write 1 July, some 1 January, when only the year is known.
  const isPlaceholder = birth.precision !== 'estimated' && day === '01' && (month === '07' || month === '01')
  return { year: Number(birth.date.slice(0, 4)), month, day, precision: isPlaceholder ? 'year' : birth.precision }
}

const reason = (key: MatchReason['key'], weight: number): MatchReason => ({ key, weight })

function compareEstimates(gap: number): MatchReason | null {
  if (gap <= 3) return reason('people.match.birth.nearYear', 3)
  return gap > 8 ? reason('people.match.birth.different', -6) : null
}

function compareDays(a: Known, b: Known): MatchReason | null {
  if (a.month === b.month && a.day === b.day) return reason('people.match.birth.sameDay', 18)
  if (a.month === b.day && a.day === b.month) return reason('people.match.birth.swapped', 12)
  return reason('people.match.birth.nearYear', 3)
}

/** What two birth dates say, at the coarser of their precisions; null when they say nothing. Symmetric. */
export function compareBirth(first: Birth | null | undefined, second: Birth | null | undefined): MatchReason | null {
  if (!first || !second) return null
  const a = read(first)
  const b = read(second)
  const gap = Math.abs(a.year - b.year)
  const has = (precision: Birth['precision']) => a.precision === precision || b.precision === precision
  if (has('estimated')) return compareEstimates(gap)
  if (gap > 2) return reason('people.match.birth.different', -15)
  if (gap > 0) return gap === 1 ? reason('people.match.birth.nearYear', 2) : null
  if (has('year')) return reason('people.match.birth.sameYear', 7)
  if (!has('month')) return compareDays(a, b)
  return a.month === b.month ? reason('people.match.birth.sameMonth', 12) : reason('people.match.birth.nearYear', 3)
}
