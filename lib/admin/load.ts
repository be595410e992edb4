import { and, eq, isNull, sql } from 'drizzle-orm'
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
  held: Role[]
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

/** A user, locked, with the roles that have not ended; null for who may not change users. */
export async function loadUser({ tx }: Context, input: { userId: string }): Promise<LoadedUser | null> {
  const [rows, held, isLast] = await Promise.all([
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
    isLastAdmin(tx, input.userId),
  ])
  const user = rows[0]
  return user ? { ...user, held: held.map((row) => roleOf(row.role)), isLastAdmin: isLast } : null
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
