import type { ConcernFilter } from '@/lib/forums/concerns/list-query'
import { type ConcernStatus, concernMachine } from '@/lib/forums/concerns/machine'
import { isId } from '@/lib/ids'

export type SearchParams = Promise<Record<string, string | string[] | undefined>>

const one = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value)

/** Statuses that a list can hold: a restricted concern is in none. */
export const listedStatuses = concernMachine.states.filter((state) => state !== 'restricted')

/** The list's filters out of the address; what makes no sense is left out. */
export async function readFilters(
  searchParams: SearchParams,
): Promise<ConcernFilter & { status: ConcernStatus | undefined }> {
  const params = await searchParams
  const status = listedStatuses.find((state) => state === one(params.status))
  const [after, before, forum] = [one(params.after), one(params.before), one(params.forum)]
  return {
    status,
    ...(status ? { statuses: [status] } : {}),
    mine: one(params.mine) === '1',
    ...(isId(forum) ? { forumId: forum } : {}),
    ...(isId(after) ? { after } : {}),
    ...(isId(before) ? { before } : {}),
  }
}

type Filters = {
  status?: string | undefined
  mine?: boolean | undefined
  forumId?: string | undefined
  after?: string
  before?: string
}

/** The address of the list with these filters. */
export function listHref({ status, mine, forumId, after, before }: Filters): string {
  const query = new URLSearchParams()
  if (status) query.set('status', status)
  if (mine) query.set('mine', '1')
  if (forumId) query.set('forum', forumId)
  if (after) query.set('after', after)
  if (before) query.set('before', before)
  const text = query.toString()
  return text ? `/forums/concerns?${text}` : '/forums/concerns'
}
