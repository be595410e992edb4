import { baghdadDay } from '@/lib/format'
import { isId } from '@/lib/ids'
import type { TotalsFilter } from '@/lib/referrals/consultations/totals-query'
import { monthOf, type Query } from '../filters'

/** The first day of the month so many months after (or before) another. */
function shifted(month: string, by: number): string {
  const [year = 0, of = 1] = month.split('-').map(Number)
  return new Date(Date.UTC(year, of - 1 + by, 1)).toISOString().slice(0, 10)
}

/** A page shows at most so many months; more is the file's. */
const mostMonths = 180

/** The months and the facility of an address: without any, the last twelve months. */
export function readTotalsFilter(query: Query, now: Date): TotalsFilter {
  const to = monthOf(query.to) ?? `${baghdadDay(now).slice(0, 7)}-01`
  const asked = monthOf(query.from) ?? shifted(to, -11)
  const least = shifted(to, 1 - mostMonths)
  const from = asked > to ? to : asked < least ? least : asked
  return { from, to, facility: isId(query.facility) ? query.facility : null }
}

/** An address of the totals, or of their file, with this filter. */
export function totalsHref(
  { from, to, facility }: TotalsFilter,
  more: Record<string, string> = {},
  path = '/referrals/consultations/totals',
): string {
  return `${path}?${new URLSearchParams({ from: from.slice(0, 7), to: to.slice(0, 7), ...(facility && { facility }), ...more })}`
}
