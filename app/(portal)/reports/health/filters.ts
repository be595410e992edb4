import { type Dimension, dimensions, type Measure, measures } from '@/lib/referrals/figures/measures'
import { one, type Query, readPeriod } from '../period'

/** What is counted and for whom, of the address of a list of records. */
export function readRecordFilter(query: Query) {
  const measure: Measure = measures.find((entry) => entry === one(query.measure)) ?? 'referrals'
  const dimension: Dimension | null = dimensions.find((entry) => entry === one(query.by)) ?? null
  return { ...readPeriod(query), measure, dimension, value: (one(query.value) ?? '').slice(0, 40) }
}
