import { and, eq, gt, isNull, sql } from 'drizzle-orm'
import { type Tx, withSystem } from '../../db/client'
import { oneTimeLinks, signInThrottle } from '../../db/schema/sessions'
import { users } from '../../db/schema/users'
import { newId } from '../ids'
import { hashPassword } from './password'
import { accountKey } from './sign-in'
import { hashToken, newToken } from './token'

export type LinkKind = 'invite' | 'reset'

/** How long a link may wait: an invitation over a weekend, a reset an hour. */
const hours: Record<LinkKind, number> = { invite: 72, reset: 1 }

/** Makes a one-time link for a user and returns its path; only the hash of its token is stored. */
export async function makeLink(tx: Tx, userId: string, kind: LinkKind, createdBy: string | null): Promise<string> {
  const token = newToken()
  await tx.insert(oneTimeLinks).values({
    id: newId(),
    userId,
    kind,
    tokenHash: hashToken(token),
    createdBy,
    expiresAt: sql`now() + make_interval(hours => ${hours[kind]})`,
  })
  return `/password/${token}`
}

const usable = (token: string) =>
  and(
    eq(oneTimeLinks.tokenHash, hashToken(token)),
    isNull(oneTimeLinks.usedAt),
    gt(oneTimeLinks.expiresAt, sql`now()`),
    eq(users.isActive, true),
  )

/** Whose link this is, without using it up (mail scanners open links too); null when it is used, over or unknown. */
export function getLink(token: string): Promise<{ kind: string; email: string } | null> {
  return withSystem('one-time link', async (tx) => {
    const rows = await tx
      .select({ kind: oneTimeLinks.kind, email: users.email })
      .from(oneTimeLinks)
      .innerJoin(users, eq(users.id, oneTimeLinks.userId))
      .where(usable(token))
    return rows[0] ?? null
  })
}

/**
 * Sets the password of the link's owner and uses up this link and every other of theirs, in one transaction; of two at the
 * same moment one wins. Returns the e-mail to sign in with, or null when the link does not work.
 */
export async function takeLink(token: string, password: string): Promise<string | null> {
  // Hashing is dear: it is done for who holds a link, not for whoever asks.
  if (!(await getLink(token))) return null
  const passwordHash = await hashPassword(password)
  return withSystem('one-time link', async (tx) => {
    const rows = await tx
      .select({ userId: users.id, email: users.email })
      .from(oneTimeLinks)
      .innerJoin(users, eq(users.id, oneTimeLinks.userId))
      .where(usable(token))
      .for('update', { of: oneTimeLinks })
    const owner = rows[0]
    if (!owner) return null
    await tx
      .update(oneTimeLinks)
      .set({ usedAt: sql`now()` })
      .where(and(eq(oneTimeLinks.userId, owner.userId), isNull(oneTimeLinks.usedAt)))
    await tx.update(users).set({ passwordHash, passwordChangedAt: sql`now()` }).where(eq(users.id, owner.userId))
    await tx.delete(signInThrottle).where(eq(signInThrottle.key, accountKey(owner.email)))
    return owner.email
  })
}
