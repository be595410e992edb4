import { and, eq, isNull } from 'drizzle-orm'
import { userRoles } from '../../db/schema/users'
import { command } from '../commands/command'
import { Conflict, refuse } from '../commands/result'
import { newId } from '../ids'
import { loadRole, loadUser } from './load'
import { allowed, waitsForSecondAdmin, whyNotApprove, whyNotEnd, whyNotGive } from './policy'
import { giveRoleSchema, roleRefSchema } from './schemas'

/** Gives a role, or asks for it where a second admin must agree. Ends the user's sessions. */
export const giveRole = command({
  name: 'admin.give_role',
  input: giveRoleSchema,
  load: loadUser,
  allow: (actor, user, { role }) => allowed(actor, 'users.manage', whyNotGive(actor, user.id, role, user.held)),
  async run({ tx, actor, now }, { userId, role }) {
    const waits = waitsForSecondAdmin(role)
    await tx.insert(userRoles).values({
      id: newId(now),
      userId,
      role,
      requestedBy: actor.userId,
      requestedAt: now,
      ...(waits ? {} : { approvedBy: actor.userId, approvedAt: now }),
    })
    return { userId, waits }
  },
  unique: { user_roles_one: { key: 'admin.refused.role_held' } },
})

/** Agrees, as another admin, to a role that was asked for; from now on it counts. */
export const approveRole = command({
  name: 'admin.approve_role',
  input: roleRefSchema,
  load: loadRole,
  allow: (actor, role) => allowed(actor, 'users.manage', whyNotApprove(actor, role)),
  async run({ tx, actor, now }, { userRoleId }, role) {
    if (role.isEnded) refuse('admin.refused.role_history')
    const changed = await tx
      .update(userRoles)
      .set({ approvedBy: actor.userId, approvedAt: now })
      .where(and(eq(userRoles.id, userRoleId), isNull(userRoles.approvedAt), isNull(userRoles.endedAt)))
      .returning({ id: userRoles.id })
    if (!changed[0]) throw new Conflict()
    return { userId: role.userId }
  },
})

/** Takes a role away, declines one that was asked for, or withdraws one's own asking. Ends the user's sessions. */
export const endRole = command({
  name: 'admin.end_role',
  input: roleRefSchema,
  load: loadRole,
  allow: (actor, role) => allowed(actor, 'users.manage', whyNotEnd(actor, role, role.isLastAdmin)),
  async run({ tx, actor, now }, { userRoleId }, role) {
    if (role.isEnded) refuse('admin.refused.role_history')
    const changed = await tx
      .update(userRoles)
      .set({ endedBy: actor.userId, endedAt: now })
      .where(and(eq(userRoles.id, userRoleId), isNull(userRoles.endedAt)))
      .returning({ id: userRoles.id })
    if (!changed[0]) throw new Conflict()
    return { userId: role.userId }
  },
})
