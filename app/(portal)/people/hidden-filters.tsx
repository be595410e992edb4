import type { PeopleFilters } from '@/lib/people/list-queries'
import { listQuery } from './filters'

/** Carries filters along in a form that sets another one. */
export function HiddenFilters({ filters }: { filters: PeopleFilters }) {
  return [...new URLSearchParams(listQuery(filters))].map(([name, value]) => (
    <input key={name} type="hidden" name={name} value={value} />
  ))
}
