import { sql } from 'drizzle-orm'
import { withActor } from '../../db/client'
import type { Actor } from '../auth/actor'
import type { Role } from '../auth/roles'
import { type Cursor, type Page, pageOf, pageSize } from '../cases/scope'
import type { Named } from '../i18n/in-locale'
import { roleOf } from './role-of'

export type UserFilter = Cursor & {
  q?: string | undefined
  state?: 'active' | 'inactive' | undefined
  role?: Role | undefined
  teamId?: string | undefined
}

export type UserRow = {
  id: string
  name: string
  email: string
  isActive: boolean
  roles: Role[]
  /** Roles that wait for a second admin. */
  asked: Role[]
  teams: Named[]
}

type Raw = {
  id: string
  name: string
  email: string
  is_active: boolean
  roles: string[]
  asked: string[]
  teams: Named[]
}

const like = (text: string) => `%${text.replace(/[\\%_]/g, '\\$&')}%`

/** One page of users, newest first, and the teams to filter by. A thousand staff are searched in a blink, unindexed. */
export function listUsers(
  actor: Actor,
  filter: UserFilter,
): Promise<Page<UserRow> & { teams: { id: string; name: Named }[] }> {
  const { q, state, role, teamId, after, before } = filter
  const conditions = [
    sql`true`,
    ...(q ? [sql`(u.name ilike ${like(q)} or u.email ilike ${like(q)})`] : []),
    ...(state ? [sql`u.is_active = ${state === 'active'}`] : []),
    ...(role
      ? [sql`exists (select from user_roles r where r.user_id = u.id and r.role = ${role} and r.ended_at is null)`]
      : []),
    ...(teamId
      ? [
          sql`exists (select from team_members m where m.user_id = u.id and m.team_id = ${teamId}::uuid
            and (m.to_on is null or m.to_on >= app_today()))`,
        ]
      : []),
    ...(before ? [sql`u.id > ${before}::uuid`] : after ? [sql`u.id < ${after}::uuid`] : []),
  ]
  return withActor(actor, async (tx) => {
    const [found, teams] = await Promise.all([
      tx.execute<Raw>(sql`
        select u.id, u.name, u.email, u.is_active,
          array(select r.role from user_roles r where r.user_id = u.id and r.ended_at is null and r.approved_at is not null
            order by r.id) as roles,
          array(select r.role from user_roles r where r.user_id = u.id and r.ended_at is null and r.approved_at is null
            order by r.id) as asked,
          coalesce((select jsonb_agg(distinct jsonb_build_object('en', t.name_en, 'ar', t.name_ar, 'ckb', t.name_ckb))
            from team_members m join teams t on t.id = m.team_id
            where m.user_id = u.id and m.from_on <= app_today() and (m.to_on is null or m.to_on >= app_today())), '[]') as teams
        from users u where ${sql.join(conditions, sql` and `)}
        order by u.id ${before ? sql`asc` : sql`desc`} limit ${pageSize + 1}`),
      tx.execute<{ id: string; name: Named }>(sql`
        select id, jsonb_build_object('en', name_en, 'ar', name_ar, 'ckb', name_ckb) as name
        from teams where is_active order by name_en limit 500`),
    ])
    const rows = [...found].map(({ is_active, ...row }) => ({
      ...row,
      isActive: is_active,
      roles: row.roles.map(roleOf),
      asked: row.asked.map(roleOf),
    }))
    return { ...pageOf(rows, filter), teams: [...teams] }
  })
}

export type WaitingRole = {
  id: string
  userId: string
  name: string
  email: string
  role: Role
  requestedBy: string | null
  requestedByName: string | null
  requestedAt: Date
}

type RawWaiting = {
  id: string
  user_id: string
  name: string
  email: string
  role: string
  requested_by: string | null
  requested_by_name: string | null
  requested_at: string | Date
}

/** Roles that wait for a second admin, oldest first: at most a hundred. */
export function listWaitingRoles(actor: Actor): Promise<WaitingRole[]> {
  return withActor(actor, async (tx) => {
    const rows = await tx.execute<RawWaiting>(sql`
      select r.id, r.user_id, u.name, u.email, r.role, r.requested_by, b.name as requested_by_name, r.requested_at
      from user_roles r join users u on u.id = r.user_id left join users b on b.id = r.requested_by
      where r.approved_at is null and r.ended_at is null and u.is_active
      order by r.id limit 100`)
    return [...rows].map((row) => ({
      id: row.id,
      userId: row.user_id,
      name: row.name,
      email: row.email,
      role: roleOf(row.role),
      requestedBy: row.requested_by,
      requestedByName: row.requested_by_name,
      requestedAt: new Date(row.requested_at),
    }))
  })
}
