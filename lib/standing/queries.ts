import { and, asc, desc, eq, isNull, ne, sql } from 'drizzle-orm'
import { withActor } from '../../db/client'
import { delegations } from '../../db/schema/standing-in'
import { userRoles, users } from '../../db/schema/users'
import type { Actor } from '../auth/actor'

/** Whom the actor left a decision to, who left one to them, and who could stand in. */
export function getStandIns(actor: Actor) {
  return withActor(actor, async (tx) => {
    const columns = {
      id: delegations.id,
      name: users.name,
      permission: delegations.permission,
      fromOn: delegations.fromOn,
      toOn: delegations.toOn,
      reason: delegations.reason,
      isOver: sql<boolean>`${delegations.endedAt} is not null or ${delegations.toOn} < app_today()`,
    }
    const [given, received, colleagues] = await Promise.all([
      tx
        .select(columns)
        .from(delegations)
        .innerJoin(users, eq(users.id, delegations.toUserId))
        .where(eq(delegations.fromUserId, actor.userId))
        .orderBy(desc(delegations.id))
        .limit(20),
      tx
        .select(columns)
        .from(delegations)
        .innerJoin(users, eq(users.id, delegations.fromUserId))
        .where(
          and(
            eq(delegations.toUserId, actor.userId),
            isNull(delegations.endedAt),
            sql`${delegations.toOn} >= app_today()`,
          ),
        )
        .orderBy(asc(delegations.fromOn))
        .limit(20),
      tx
        .selectDistinct({ id: users.id, name: users.name })
        .from(users)
        .innerJoin(userRoles, eq(userRoles.userId, users.id))
        .where(
          and(
            eq(users.isActive, true),
            ne(users.id, actor.userId),
            isNull(userRoles.endedAt),
            sql`${userRoles.approvedAt} is not null and ${userRoles.role} in ('supervisor', 'programme_manager')`,
          ),
        )
        .orderBy(asc(users.name)),
    ])
    return { given, received, colleagues }
  })
}

export type StandIns = Awaited<ReturnType<typeof getStandIns>>
