import { randomBytes } from 'node:crypto'
import { and, eq, sql } from 'drizzle-orm'
import type { Tx } from '../../db/client'
import { signInThrottle } from '../../db/schema/sessions'
import { teamMembers, userProgrammes, userRoles, users } from '../../db/schema/users'
import { accountKey } from '../auth/sign-in'
import { command } from '../commands/command'
import { Conflict } from '../commands/result'
import { baghdadDay } from '../format'
import { newId } from '../ids'
import { loadUser } from './load'
import { allowed, waitsForSecondAdmin, whyNotDeactivate, whyNotEmail } from './policy'
import { createUserSchema, editUserSchema, userRefSchema, userSchema } from './schemas'

const unique = { users_email: { field: 'email', key: 'admin.errors.emailTaken' } }

/**
 * Makes an account with its roles, programmes and teams. Roles that approve, move money or give rights wait for a second
 * admin; the others count at once. There is no password until the invitation is taken up.
 */
export const createUser = command({
  name: 'admin.create_user',
  input: createUserSchema,
  allow: (actor) => allowed(actor, 'users.manage'),
  async run({ tx, actor, now }, input) {
    const userId = newId(now)
    // Written out: the app's role may not even name the other columns, such as the password's.
    await tx.execute(sql`insert into users (id, email, name, locale, draft_key)
      values (${userId}, ${input.email}, ${input.name}, ${input.locale}, ${randomBytes(32).toString('base64')})`)
    const by = { requestedBy: actor.userId, requestedAt: now }
    for (const role of input.roles) {
      const approval = waitsForSecondAdmin(role) ? {} : { approvedBy: actor.userId, approvedAt: now }
      await tx.insert(userRoles).values({ id: newId(now), userId, role, ...by, ...approval })
    }
    for (const programme of input.programmes)
      await tx.insert(userProgrammes).values({ id: newId(now), userId, programme })
    for (const teamId of input.teams)
      await tx.insert(teamMembers).values({ id: newId(now), userId, teamId, fromOn: baghdadDay(now) })
    return { userId }
  },
  unique,
})

/**
 * Changes name, e-mail or language; a new e-mail ends the user's sessions. Returns the address that was given up, so that
 * its owner can be told.
 */
export const editUser = command({
  name: 'admin.edit_user',
  input: editUserSchema,
  load: loadUser,
  allow: (actor, user, { email }) => allowed(actor, 'users.manage', email === user.email ? [] : whyNotEmail(user)),
  async run({ tx }, { userId, version, name, email, locale }, user) {
    await setUser(tx, userId, version, { name, email, locale })
    return { userId, formerEmail: email === user.email ? null : user.email }
  },
  unique,
})

/** Closes an account: its sessions end and it cannot sign in. Never one's own, never the last admin's. */
export const deactivateUser = command({
  name: 'admin.deactivate_user',
  input: userRefSchema,
  load: loadUser,
  allow: (actor, user) =>
    allowed(actor, 'users.manage', whyNotDeactivate(actor, user.id, user.held.includes('admin') && user.isLastAdmin)),
  async run({ tx }, { userId, version }) {
    await setUser(tx, userId, version, { isActive: false })
    return { userId }
  },
})

/** Opens a closed account again, with the roles it had. */
export const reactivateUser = command({
  name: 'admin.reactivate_user',
  input: userRefSchema,
  load: loadUser,
  allow: (actor) => allowed(actor, 'users.manage'),
  async run({ tx }, { userId, version }) {
    await setUser(tx, userId, version, { isActive: true })
    return { userId }
  },
})

/** Lifts the lock after failed sign-ins. */
export const unlockUser = command({
  name: 'admin.unlock_user',
  input: userSchema,
  load: loadUser,
  allow: (actor) => allowed(actor, 'users.manage'),
  async run({ tx }, { userId }, user) {
    await tx.delete(signInThrottle).where(eq(signInThrottle.key, accountKey(user.email)))
    return { userId }
  },
})

type Change = Partial<{ name: string; email: string; locale: string; isActive: boolean }>

async function setUser(tx: Tx, userId: string, version: number, change: Change): Promise<void> {
  const changed = await tx
    .update(users)
    .set({ ...change, version: version + 1 })
    .where(and(eq(users.id, userId), eq(users.version, version)))
    .returning({ id: users.id })
  if (!changed[0]) throw new Conflict()
}
