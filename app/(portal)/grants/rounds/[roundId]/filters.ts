import { one } from '@/app/query'
import { grantMachine } from '@/lib/grants/machine'
import { fairnessDimensions } from '@/lib/grants/rounds/fairness'
import { listedStatuses } from '@/lib/grants/rounds/rules'
import type { SelectionFilter } from '@/lib/grants/rounds/selection-queries'
import { isId } from '@/lib/ids'

export type SearchParams = Promise<Record<string, string | string[] | undefined>>

/** The list's filters out of the address; what makes no sense is left out. */
export async function readSelectionFilters(searchParams: SearchParams): Promise<SelectionFilter> {
  const params = await searchParams
  const dimension = fairnessDimensions.find((entry) => entry === one(params.by))
  const value = one(params.is)
  const status = grantMachine.states.find(
    (state) => state === one(params.status) && listedStatuses.some((listed) => listed === state),
  )
  const after = one(params.after)
  const before = one(params.before)
  return {
    ...(dimension && value && value.length <= 40 ? { dimension, value } : {}),
    status,
    ...(isId(after) ? { after } : {}),
    ...(isId(before) ? { before } : {}),
  }
}

/** The address of a round's list with these filters. */
export function selectionHref(roundId: string, filter: SelectionFilter): string {
  const query = new URLSearchParams()
  if (filter.dimension && filter.value) {
    query.set('by', filter.dimension)
    query.set('is', filter.value)
  }
  if (filter.status) query.set('status', filter.status)
  if (filter.after) query.set('after', filter.after)
  if (filter.before) query.set('before', filter.before)
  const text = query.toString()
  return `/grants/rounds/${roundId}${text ? `?${text}` : ''}#list`
}
