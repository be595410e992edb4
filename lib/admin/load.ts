import { and, eq, isNull, type SQL, sql } from 'drizzle-orm'
import type { Tx } from '../../db/client'
import { userRoles, users } from '../../db/schema/users'
import type { Role } from '../auth/roles'
import type { Context } from '../commands/command'
import { roleOf } from './role-of'

export type LoadedUser = {
  id: string
  email: string
  name: string
  locale: string
  isActive: boolean
  version: number
  /** Roles that have not ended, those that wait included. */
  held: Role[]
  hasPassword: boolean
  isLastAdmin: boolean
}

/** Whether nobody else is an active admin. */
export async function isLastAdmin(tx: Tx, userId: string): Promise<boolean> {
  const rows = await tx
    .select({ userId: userRoles.userId })
    .from(userRoles)
    .innerJoin(users, eq(users.id, userRoles.userId))
    .where(
      and(
        eq(userRoles.role, 'admin'),
        sql`${userRoles.approvedAt} is not null`,
        isNull(userRoles.endedAt),
        eq(users.isActive, true),
      ),
    )
  return rows.some((row) => row.userId === userId) && rows.every((row) => row.userId === userId)
}

/** Whether a password was ever chosen, for one user: read from the audit, since nobody reads passwords. */
export const hasPasswordSql = (userId: SQL) => sql`exists (
  select from audit_log a where not a.is_case_content and a.subject_id = ${userId} and a.table_name = 'users'
    and (a.changes ? 'password' or a.changes ? 'password_changed_at'))`

/** A user, locked, with the roles that have not ended; null for who may not change users. */
export async function loadUser({ tx }: Context, input: { userId: string }): Promise<LoadedUser | null> {
  const [rows, held, passwords, isLast] = await Promise.all([
    tx
      .select({
        id: users.id,
        email: users.email,
        name: users.name,
        locale: users.locale,
        isActive: users.isActive,
        version: users.version,
      })
      .from(users)
      .where(eq(users.id, input.userId))
      .for('update'),
    tx
      .select({ role: userRoles.role })
      .from(userRoles)
      .where(and(eq(userRoles.userId, input.userId), isNull(userRoles.endedAt))),
    tx.execute<{ has: boolean }>(sql`select ${hasPasswordSql(sql`${input.userId}::uuid`)} as has`),
    isLastAdmin(tx, input.userId),
  ])
  const user = rows[0]
  if (!user) return null
  return {
    ...user,
    held: held.map((row) => roleOf(row.role)),
    hasPassword: passwords[0]?.has ?? false,
    isLastAdmin: isLast,
  }
}

export type LoadedRole = {
  id: string
  userId: string
  role: Role
  requestedBy: string | null
  isApproved: boolean
  isEnded: boolean
  isLastAdmin: boolean
}

/** A role given or asked for, locked. */
export async function loadRole({ tx }: Context, input: { userRoleId: string }): Promise<LoadedRole | null> {
  const rows = await tx
    .select({
      id: userRoles.id,
      userId: userRoles.userId,
      role: userRoles.role,
      requestedBy: userRoles.requestedBy,
      approvedAt: userRoles.approvedAt,
      endedAt: userRoles.endedAt,
    })
    .from(userRoles)
    .where(eq(userRoles.id, input.userRoleId))
    .for('update')
  const row = rows[0]
  if (!row) return null
  const { approvedAt, endedAt, ...kept } = row
  return {
    ...kept,
    role: roleOf(row.role),
    isApproved: approvedAt !== null,
    isEnded: endedAt !== null,
    isLastAdmin: row.role === 'admin' && (await isLastAdmin(tx, row.userId)),
  }
}
