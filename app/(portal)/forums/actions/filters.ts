import { one } from '@/app/query'
import type { ActionFilter } from '@/lib/forums/actions/queries'
import { isId } from '@/lib/ids'

export type SearchParams = Promise<Record<string, string | string[] | undefined>>

export const which = ['open', 'overdue', 'escalated'] as const
export type Which = (typeof which)[number]

/** The list's filters out of the address; what makes no sense is left out. */
export async function readFilters(searchParams: SearchParams): Promise<ActionFilter & { which: Which | undefined }> {
  const params = await searchParams
  const chosen = which.find((name) => name === one(params.which))
  const [after, before, forum] = [one(params.after), one(params.before), one(params.forum)]
  return {
    which: chosen,
    ...(chosen ? { [chosen]: true } : {}),
    ...(isId(forum) ? { forumId: forum } : {}),
    ...(isId(after) ? { after } : {}),
    ...(isId(before) ? { before } : {}),
  }
}

type Filters = { which?: Which | undefined; forumId?: string | undefined; after?: string; before?: string }

/** The address of the list with these filters. */
export function listHref({ which: chosen, forumId, after, before }: Filters): string {
  const query = new URLSearchParams()
  if (chosen) query.set('which', chosen)
  if (forumId) query.set('forum', forumId)
  if (after) query.set('after', after)
  if (before) query.set('before', before)
  const text = query.toString()
  return text ? `/forums/actions?${text}` : '/forums/actions'
}
