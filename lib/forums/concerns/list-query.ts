import { type SQL, sql } from 'drizzle-orm'
import { withActor } from '../../../db/client'
import type { Actor } from '../../auth/actor'
import { type CaseFilter, type Page, pageOf, pageSize, scopedCaseIds } from '../../cases/scope'
import type { Named } from '../../i18n/in-locale'
import type { ConcernCategory, Severity } from './domain'
import type { ConcernStatus } from './machine'

export type ConcernRow = {
  id: string
  reference: string
  status: ConcernStatus
  category: ConcernCategory
  severity: Severity
  summary: string
  forum: Named
  place: Named
  dueOn: string | null
}

export type ConcernFilter = Omit<CaseFilter, 'programme' | 'statuses'> & {
  statuses?: readonly ConcernStatus[]
  forumId?: string | undefined
}

type Raw = {
  id: string
  reference: string
  status: ConcernStatus
  category: ConcernCategory
  severity: Severity
  summary: string
  forum_en: string
  forum_ar: string
  place_en: string
  place_ar: string
  due_on: string | null
}

/** The rows of these cases, as SQL. Restricted ones have no summary to join: they are in no list. */
export const concernRows = (ids: SQL) => sql`
  select c.id, c.reference, c.status, n.category, n.severity, t.summary, f.name_en as forum_en, f.name_ar as forum_ar,
    l.name_en as place_en, l.name_ar as place_ar, c.due_on::text as due_on
  from (${ids}) k join cases c on c.id = k.id join concerns n on n.case_id = c.id join concern_texts t on t.case_id = c.id
  join forums f on f.id = n.forum_id join locations l on l.pcode = c.location_pcode`

export const concernRowOf = (row: Raw): ConcernRow => ({
  id: row.id,
  reference: row.reference,
  status: row.status,
  category: row.category,
  severity: row.severity,
  summary: row.summary,
  forum: { en: row.forum_en, ar: row.forum_ar },
  place: { en: row.place_en, ar: row.place_ar },
  dueOn: row.due_on,
})

/** The ids of one page of a forum's concerns; its own index is walked. */
function idsOfForum(forumId: string, { statuses = [], after, before }: ConcernFilter): SQL {
  const status = statuses.length > 0 ? sql`and c.status = any (${`{${statuses.join(',')}}`}::text[])` : sql``
  const cursor = before ? sql`and n.case_id > ${before}::uuid` : after ? sql`and n.case_id < ${after}::uuid` : sql``
  return sql`select n.case_id as id from concerns n join cases c on c.id = n.case_id
    where n.forum_id = ${forumId}::uuid and c.status <> 'restricted' ${status} ${cursor}
    order by n.case_id ${before ? sql`asc` : sql`desc`} limit ${pageSize + 1}`
}

/** One page of concerns in scope, newest first. */
export function listConcerns(actor: Actor, filter: ConcernFilter): Promise<Page<ConcernRow>> {
  return withActor(actor, async (tx) => {
    const { forumId } = filter
    const ids = forumId ? idsOfForum(forumId, filter) : scopedCaseIds(actor, { programme: 'policing', ...filter })
    const found = await tx.execute<Raw>(sql`${concernRows(ids)} order by c.id ${filter.before ? sql`asc` : sql`desc`}`)
    return pageOf([...found].map(concernRowOf), filter)
  })
}
