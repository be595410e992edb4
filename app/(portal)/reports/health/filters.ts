import { baghdadDay } from '@/lib/format'
import { type Dimension, dimensions, type Measure, measures } from '@/lib/referrals/figures/measures'
import type { Period } from '@/lib/referrals/figures/queries'

export type Query = Record<string, string | string[] | undefined>

const one = (value: string | string[] | undefined) => (typeof value === 'string' ? value : undefined)
const day = (value: string | undefined) =>
  value && /^(19|20)\d{2}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value)) ? baghdadDay(value) : null

/** The period of an address; without one, the last twelve months. */
export function readPeriod(query: Query): Period {
  const today = baghdadDay(new Date())
  const to = day(one(query.to)) ?? today
  const yearBefore = baghdadDay(Date.parse(to) - 364 * 86_400_000)
  return { from: day(one(query.from)) ?? yearBefore, to }
}

/** What is counted and for whom, of the address of a list of records. */
export function readRecordFilter(query: Query) {
  const measure: Measure = measures.find((entry) => entry === one(query.measure)) ?? 'referrals'
  const dimension: Dimension | null = dimensions.find((entry) => entry === one(query.by)) ?? null
  return { ...readPeriod(query), measure, dimension, value: (one(query.value) ?? '').slice(0, 40) }
}

/** An address with this period and more. */
export function healthHref(path: string, period: Period, more: Record<string, string | null> = {}): string {
  const query = new URLSearchParams()
  for (const [key, value] of Object.entries({ ...period, ...more })) if (value) query.set(key, value)
  return `${path}?${query}`
}
