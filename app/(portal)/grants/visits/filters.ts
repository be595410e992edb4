import { type VisitMonth, visitMonths } from '@/lib/grants/monitoring/domain'
import { isId } from '@/lib/ids'

type Query = Record<string, string | string[] | undefined>
type Place = { dueOn: string; id: string }

/** Where the next page begins: `2026-03-01.<id>`. */
function readAfter(value: string | string[] | undefined): Place | null {
  const [dueOn = '', id = ''] = typeof value === 'string' ? value.split('.') : []
  return /^\d{4}-\d{2}-\d{2}$/.test(dueOn) && isId(id) ? { dueOn, id } : null
}

/** The list's filters out of the address; what makes no sense is left out. */
export function readFilters(query: Query) {
  const month = visitMonths.find((one) => String(one) === query.month)
  return { isMine: query.mine === '1', month, after: readAfter(query.after) }
}

/** The address of the list with these filters. */
export function listHref(filter: { isMine?: boolean; month?: VisitMonth | undefined; after?: Place }): string {
  const query = new URLSearchParams()
  if (filter.month) query.set('month', String(filter.month))
  if (filter.isMine) query.set('mine', '1')
  if (filter.after) query.set('after', `${filter.after.dueOn}.${filter.after.id}`)
  const text = query.toString()
  return text ? `/grants/visits?${text}` : '/grants/visits'
}
