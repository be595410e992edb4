import { isId } from '@/lib/ids'

export type Query = Record<string, string | string[] | undefined>

/** Status and cursor of a list out of the address; what makes no sense is left out. */
export function readListFilter<S extends string>(query: Query, states: readonly S[]) {
  return {
    status: states.find((state) => state === query.status),
    ...(isId(query.after) && { after: query.after }),
    ...(isId(query.before) && { before: query.before }),
  }
}

/** The address of a list with these filters. */
export function listHref(path: string, filter: Record<string, string | undefined>): string {
  const query = new URLSearchParams()
  for (const [key, value] of Object.entries(filter)) if (value) query.set(key, value)
  const text = query.toString()
  return text ? `${path}?${text}` : path
}
