import { baghdadDay } from '@/lib/format'
import { type Dimension, dimensions, type Measure, measures } from '@/lib/grants/figures/measures'
import type { FigureFilters } from '@/lib/grants/figures/queries'
import { one, type Query } from './period'

const day = (value: string | undefined) =>
  value && /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value)) ? baghdadDay(value) : null

/** The filters of an address; what is no filter is left out. */
export function readFilters(query: Query): FigureFilters {
  const round = one(query.round)
  return { from: day(one(query.from)), to: day(one(query.to)), round: round && round.length <= 40 ? round : null }
}

/** What is counted and for whom, of the address of a list of records. */
export function readRecordFilters(query: Query) {
  const measure: Measure = measures.find((entry) => entry === one(query.measure)) ?? 'applications'
  const dimension: Dimension | null = dimensions.find((entry) => entry === one(query.by)) ?? null
  return { ...readFilters(query), measure, dimension, value: (one(query.value) ?? '').slice(0, 40) }
}

/** An address with these filters and more. */
export function figuresHref(path: string, filters: FigureFilters, more: Record<string, string | null> = {}): string {
  const query = new URLSearchParams()
  for (const [key, value] of Object.entries({ ...filters, ...more })) if (value) query.set(key, value)
  const text = query.toString()
  return text ? `${path}?${text}` : path
}
