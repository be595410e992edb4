import { one } from '@/app/query'
import { isId } from '@/lib/ids'

export type SearchParams = Promise<Record<string, string | string[] | undefined>>

/** What every list of cases is filtered by, out of the address; what makes no sense is left out. */
export async function readCaseFilters<Status extends string>(searchParams: SearchParams, states: readonly Status[]) {
  const params = await searchParams
  const status = states.find((state) => state === one(params.status))
  const after = one(params.after)
  const before = one(params.before)
  return {
    status,
    ...(status ? { statuses: [status] } : {}),
    mine: one(params.mine) === '1',
    overdue: one(params.overdue) === '1',
    ...(isId(after) ? { after } : {}),
    ...(isId(before) ? { before } : {}),
  }
}

export type CaseListFilter = {
  status?: string | undefined
  mine?: boolean | undefined
  overdue?: boolean | undefined
  after?: string
  before?: string
}

/** The address of a list of cases with these filters, and with what else the list is narrowed to. */
export function caseListHref(
  list: string,
  { status, mine, overdue, after, before }: CaseListFilter,
  more: Record<string, string | undefined> = {},
): string {
  const query = new URLSearchParams()
  const flag = (is: boolean | undefined) => (is ? '1' : undefined)
  for (const [key, value] of Object.entries({
    status,
    mine: flag(mine),
    overdue: flag(overdue),
    after,
    before,
    ...more,
  }))
    if (value) query.set(key, value)
  return query.size > 0 ? `${list}?${query}` : list
}
