import { sql } from 'drizzle-orm'
import * as z from 'zod/mini'
import { withActor } from '../../db/client'
import type { Actor } from '../auth/actor'
import { type Page, pageOf, pageSize } from '../cases/scope'
import type { Named } from '../i18n/in-locale'
import { type AuditedTable, auditedTables } from './domain'

export type AuditFilter = {
  /** Who did it, or whom it concerns. */
  userId?: string | undefined
  table?: AuditedTable | undefined
  /** Days in Baghdad, both included. */
  from?: string | null | undefined
  to?: string | null | undefined
  after?: string | undefined
  before?: string | undefined
}

export type AuditRow = {
  id: string
  at: Date
  /** Null when the portal itself did it; then there is a reason. */
  actorName: string | null
  reason: string | null
  table: AuditedTable
  deed: 'insert' | 'update' | 'delete'
  subjectId: string | null
  /** The user, team, place, sector, round or limit that it concerns. */
  subject: Named | null
  /** What the row is about besides its subject: a role, a programme, a team, a district. */
  about: { role: string | null; programme: string | null; team: Named | null; district: Named | null }
  changes: Record<string, readonly [unknown, unknown]>
  /** Names of the users, teams and places whose ids stand in the changes. */
  names: Record<string, Named>
}

const named = z.object({ en: z.string(), ar: z.string() })
const rowSchema = z.object({
  id: z.string(),
  at: z.coerce.date(),
  actorName: z.nullable(z.string()),
  reason: z.nullable(z.string()),
  table: z.enum(auditedTables),
  deed: z.enum(['insert', 'update', 'delete']),
  subjectId: z.nullable(z.string()),
  subject: z.nullable(named),
  about: z.object({
    role: z.nullable(z.string()),
    programme: z.nullable(z.string()),
    team: z.nullable(named),
    district: z.nullable(named),
  }),
  changes: z.record(z.string(), z.tuple([z.unknown(), z.unknown()])),
  names: z.record(z.string(), named),
})

const uuid = '^[0-9a-f]{8}-[0-9a-f-]{27}$'
const same = (column: string) => sql.raw(`jsonb_build_object('en', ${column}, 'ar', ${column})`)
const both = (table: string) => sql.raw(`jsonb_build_object('en', ${table}.name_en, 'ar', ${table}.name_ar)`)

function conditionsOf({ userId, table, from, to, after, before }: AuditFilter) {
  return [
    // Row-level security asks for it as well; here it lets the index audit_log_of_rights be walked.
    sql`a.is_case_content = false`,
    ...(userId ? [sql`(a.actor_id = ${userId}::uuid or a.subject_id = ${userId}::uuid)`] : []),
    // Budgets are audited too, for those who keep them.
    table ? sql`a.table_name = ${table}` : sql`a.table_name in ${auditedTables}`,
    ...(from ? [sql`a.at >= (${from}::date)::timestamp at time zone 'Asia/Baghdad'`] : []),
    ...(to ? [sql`a.at < (${to}::date + 1)::timestamp at time zone 'Asia/Baghdad'`] : []),
    ...(before ? [sql`a.id > ${before}::bigint`] : after ? [sql`a.id < ${after}::bigint`] : []),
  ]
}

/** One page of changes to rights and reference lists, newest first, with names for the ids in them; and whom to filter by. */
export function listAudit(
  actor: Actor,
  filter: AuditFilter,
): Promise<Page<AuditRow> & { staff: { id: string; name: string }[] }> {
  return withActor(actor, async (tx) => {
    const [found, staff] = await Promise.all([
      tx.execute(sql`
        with page as (
          select * from audit_log a where ${sql.join(conditionsOf(filter), sql` and `)}
          order by a.id ${filter.before ? sql`asc` : sql`desc`} limit ${pageSize + 1})
        select a.id::text as id, a.at, who.name as "actorName", a.reason, a.table_name as "table", a.deed, a.changes,
          a.subject_id as "subjectId",
          coalesce(
            (select ${same('s.name')} from users s where s.id = a.subject_id),
            (select ${both('t')} from teams t where t.id = a.subject_id),
            (select ${both('l')} from locations l where a.table_name in ('locations', 'location_boundaries') and l.pcode = a.row_id),
            (select ${both('s')} from sectors s where a.table_name = 'sectors' and s.code = a.row_id),
            (select ${both('c')} from complaint_categories c where a.table_name = 'complaint_categories' and c.code = a.row_id),
            (select ${both('w')} from pathway_steps w where a.table_name = 'pathway_steps' and w.code = a.row_id),
            (select ${same('k.name')} from api_keys k where k.id = a.subject_id),
            (select ${both('f')} from funding_rounds f where f.id = a.subject_id),
            (select ${same("p.programme || ', ' || p.currency")} from approval_limits p where p.id = a.subject_id)) as subject,
          jsonb_build_object(
            'role', (select r.role from user_roles r where a.table_name = 'user_roles' and r.id::text = a.row_id),
            'programme', coalesce(
              (select p.programme from user_programmes p where a.table_name = 'user_programmes' and p.id::text = a.row_id),
              (select p.programme from approval_limits p where p.id = a.subject_id)),
            'team', (select ${both('t')} from team_members m join teams t on t.id = m.team_id
              where a.table_name = 'team_members' and m.id::text = a.row_id),
            'district', (select ${both('l')} from user_areas x join locations l on l.pcode = x.district_pcode
              where a.table_name = 'user_areas' and x.id::text = a.row_id)) as about,
          coalesce((select jsonb_object_agg(n.id, n.name) from (
            select u.id::text as id, ${same('u.name')} as name from users u where u.id = any (refs.ids::uuid[])
            union all select t.id::text, ${both('t')} from teams t where t.id = any (refs.ids::uuid[])
            union all select l.pcode, ${both('l')} from locations l where l.pcode in (
              a.changes -> 'district_pcode' ->> 0, a.changes -> 'district_pcode' ->> 1, a.changes -> 'parent_pcode' ->> 1)) n), '{}') as names
        from page a left join users who on who.id = a.actor_id
        cross join lateral (
          select coalesce(array_agg(v #>> '{}') filter (where v #>> '{}' ~ ${uuid}), '{}') as ids
          from jsonb_each(a.changes) c, jsonb_array_elements(c.value) v) refs
        order by a.id ${filter.before ? sql`asc` : sql`desc`}`),
      tx.execute<{ id: string; name: string }>(sql`select u.id, u.name from users u order by u.name limit 2000`),
    ])
    const rows = [...found].map((row): AuditRow => rowSchema.parse(row))
    return { ...pageOf(rows, filter), staff: [...staff] }
  })
}
