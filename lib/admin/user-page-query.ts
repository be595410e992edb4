import { sql } from 'drizzle-orm'
import { withActor } from '../../db/client'
import type { Actor } from '../auth/actor'
import type { Programme, Role } from '../auth/roles'
import { accountKey } from '../auth/sign-in'
import type { Named } from '../i18n/in-locale'
import { hasPasswordSql, isLastAdmin } from './load'
import { namedSql } from './named-sql'
import { programmeOf, roleOf } from './role-of'

export type UserRole = {
  id: string
  role: Role
  userId: string
  requestedBy: string | null
  requestedByName: string | null
  requestedAt: Date
  isApproved: boolean
  approvedByName: string | null
  approvedAt: Date | null
  endedByName: string | null
  endedAt: Date | null
}

export type Membership = { id: string; teamId: string; team: Named; fromOn: string; toOn: string | null }

export type UserPage = {
  id: string
  name: string
  email: string
  locale: 'en' | 'ar' | 'ckb'
  isActive: boolean
  version: number
  createdAt: Date
  hasPassword: boolean
  lockedUntil: Date | null
  isLastAdmin: boolean
  roles: UserRole[]
  /** Roles that have not ended, those that wait included. */
  held: Role[]
  programmes: Programme[]
  areas: string[]
  memberships: Membership[]
  /** To choose from. */
  teams: { id: string; name: Named }[]
  districts: { pcode: string; name: Named; within: Named }[]
}

type RawUser = {
  id: string
  name: string
  email: string
  locale: 'en' | 'ar' | 'ckb'
  is_active: boolean
  version: number
  created_at: string | Date
  has_password: boolean
  programmes: string[]
  areas: string[]
}
type RawRole = {
  id: string
  role: string
  requested_by: string | null
  requested_by_name: string | null
  requested_at: string | Date
  approved_at: string | Date | null
  approved_by_name: string | null
  ended_at: string | Date | null
  ended_by_name: string | null
}

const dateOf = (moment: string | Date | null) => (moment === null ? null : new Date(moment))

/** Everything an admin's page on a user shows; null when there is no such user. */
export function getUser(actor: Actor, userId: string): Promise<UserPage | null> {
  return withActor(actor, async (tx) => {
    const [found, roleRows, memberships, teams, districts, locks, isLast] = await Promise.all([
      tx.execute<RawUser>(sql`
        select u.id, u.name, u.email, u.locale, u.is_active, u.version, u.created_at,
          ${hasPasswordSql(sql`u.id`)} as has_password,
          array(select p.programme from user_programmes p where p.user_id = u.id and p.ended_at is null order by p.programme) as programmes,
          array(select a.district_pcode from user_areas a where a.user_id = u.id and a.ended_at is null order by 1) as areas
        from users u where u.id = ${userId}`),
      tx.execute<RawRole>(sql`
        select r.id, r.role, r.requested_by, r.requested_at, r.approved_at, r.ended_at,
          q.name as requested_by_name, a.name as approved_by_name, e.name as ended_by_name
        from user_roles r left join users q on q.id = r.requested_by left join users a on a.id = r.approved_by
          left join users e on e.id = r.ended_by
        where r.user_id = ${userId} order by r.ended_at desc nulls first, r.id limit 100`),
      tx.execute<Membership>(sql`
        select m.id, m.team_id as "teamId", ${namedSql('t')} as team, m.from_on::text as "fromOn", m.to_on::text as "toOn"
        from team_members m join teams t on t.id = m.team_id where m.user_id = ${userId}
        order by m.to_on desc nulls first, m.id desc limit 100`),
      tx.execute<{ id: string; name: Named }>(sql`
        select t.id, ${namedSql('t')} as name from teams t where t.is_active order by t.name_en limit 500`),
      tx.execute<{ pcode: string; name: Named; within: Named }>(sql`
        select l.pcode, ${namedSql('l')} as name, ${namedSql('g')} as within
        from locations l join locations g on g.pcode = l.parent_pcode
        where l.level = 2 and l.is_active order by l.pcode limit 500`),
      tx.execute<{ key: string; locked_until: string | Date }>(sql`
        select key, locked_until from sign_in_throttle where locked_until > now() and key like 'account:%'`),
      isLastAdmin(tx, userId),
    ])
    const user = found[0]
    if (!user) return null
    const key = accountKey(user.email)
    const lock = locks.find((row) => row.key === key)
    return {
      id: user.id,
      name: user.name,
      email: user.email,
      locale: user.locale,
      isActive: user.is_active,
      version: user.version,
      createdAt: new Date(user.created_at),
      hasPassword: user.has_password,
      lockedUntil: lock ? new Date(lock.locked_until) : null,
      isLastAdmin: isLast,
      held: [...roleRows].filter((row) => row.ended_at === null).map((row) => roleOf(row.role)),
      roles: [...roleRows].map((row) => ({
        id: row.id,
        role: roleOf(row.role),
        userId: user.id,
        requestedBy: row.requested_by,
        requestedByName: row.requested_by_name,
        requestedAt: new Date(row.requested_at),
        isApproved: row.approved_at !== null,
        approvedByName: row.approved_by_name,
        approvedAt: dateOf(row.approved_at),
        endedByName: row.ended_by_name,
        endedAt: dateOf(row.ended_at),
      })),
      programmes: user.programmes.map(programmeOf),
      areas: user.areas,
      memberships: [...memberships],
      teams: [...teams],
      districts: [...districts],
    }
  })
}
