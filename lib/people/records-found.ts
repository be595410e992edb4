import { type SQL, sql } from 'drizzle-orm'
import type { Tx } from '../../db/client'
import type { Named } from '../i18n/in-locale'
import { textArray } from './text-array'

/** A forum, a plan, a project or a place that a query names. */
export type RecordHit = { id: string; reference: string; path: string; name: Named }

/** Shorter words stand in half of all names. */
const shortest = 3
const most = 8

/** A text as it is compared: small letters, and the Arabic ones that are typed for one another as one. */
const plain = (text: SQL) => sql`translate(lower(${text}), 'أإآىة', 'ااايه')`

/** Records in the actor's scope with one of these references or with the query in their name, at most eight of a kind. */
export async function recordsFound(tx: Tx, query: string, references: readonly string[]): Promise<RecordHit[]> {
  const named =
    query.length >= shortest ? sql`'%' || ${plain(sql`${query.replace(/[\\%_]/g, '\\$&')}::text`)} || '%'` : null
  const fits = (en: SQL, ar: SQL, reference: SQL) =>
    sql`(${reference} = any (${textArray(references)})${named ? sql` or ${plain(en)} like ${named} or ${plain(ar)} like ${named}` : sql``})`
  if (!named && references.length === 0) return []
  const rows = await tx.execute<{ id: string; reference: string; path: string; en: string; ar: string }>(sql`
    (select id::text, reference, '/forums' as path, name_en as en, name_ar as ar from forums
      where ${fits(sql`name_en`, sql`name_ar`, sql`reference`)} order by id desc limit ${most})
    union all (select id::text, reference, '/communities/plans', title_en, title_ar from action_plans
      where ${fits(sql`title_en`, sql`title_ar`, sql`reference`)} order by id desc limit ${most})
    union all (select id::text, reference, '/communities/projects', title_en, title_ar from projects
      where ${fits(sql`title_en`, sql`title_ar`, sql`reference`)} order by id desc limit ${most})
    union all (select pcode, pcode, '/communities', name_en, name_ar from locations
      where level in (2, 3) and is_active and ${fits(sql`name_en`, sql`name_ar`, sql`pcode`)} order by level, pcode limit ${most})`)
  return [...rows].map(({ en, ar, ...row }) => ({ ...row, name: { en: en || ar, ar } }))
}
