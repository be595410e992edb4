import { createHash } from 'node:crypto'
import { eq, inArray, sql } from 'drizzle-orm'
import { type Tx, withSystem } from '../../db/client'
import { notifications } from '../../db/schema/records'
import { sessions, signInThrottle } from '../../db/schema/sessions'
import { users } from '../../db/schema/users'
import { newId } from '../ids'
import { tellOfLock } from './mails'
import { verifyPassword } from './password'
import { hashToken, newToken } from './token'

/** Where a sign-in comes from, for the session list and for slowing an address down. */
export type Device = { address: string; userAgent: string }
export type SignIn = { ok: true; userId: string; token: string } | { ok: false; code: 'wrong' | 'locked' }

const failuresToLock = 6
const lockMinutes = 30
const sessionHours = 12
/** An address may fail this often in a quarter of an hour before each further try waits, up to four seconds. */
const freeFailures = 20

/** Known or not, an e-mail is counted the same, so that a lock does not tell who has an account. */
export function accountKey(email: string): string {
  return `account:${createHash('sha256').update(email).digest('hex')}`
}

/**
 * Counts a try before the password is looked at: parallel guesses cannot slip through. A quarter of an hour forgets, and
 * so does a lock that is over.
 */
export async function countTry(tx: Tx, key: string): Promise<{ failures: number; isLocked: boolean }> {
  const rows = await tx.execute<{ failures: number; is_locked: boolean }>(sql`
    insert into sign_in_throttle as t (key, failures, last_at) values (${key}, 1, now())
    on conflict (key) do update set
      failures = case when t.locked_until <= now() or (t.locked_until is null and t.last_at < now() - interval '15 minutes')
        then 1 else t.failures + 1 end,
      locked_until = case when t.locked_until > now() then t.locked_until end,
      last_at = now()
    returning failures, coalesce(locked_until > now(), false) as is_locked`)
  return { failures: rows[0]?.failures ?? 1, isLocked: rows[0]?.is_locked ?? false }
}

type Found = { id: string; name: string; locale: string; passwordHash: string | null; isActive: boolean }

async function begin(email: string, device: Device) {
  return withSystem('sign-in', async (tx) => {
    const [account, address, found] = await Promise.all([
      countTry(tx, accountKey(email)),
      countTry(tx, `address:${device.address}`),
      tx
        .select({
          id: users.id,
          name: users.name,
          locale: users.locale,
          passwordHash: users.passwordHash,
          isActive: users.isActive,
        })
        .from(users)
        .where(eq(users.email, email)),
    ])
    return { account, address, user: found[0] satisfies Found | undefined }
  })
}

/** Locks the account after the sixth failure; says whether this was the one that locked it. */
async function lock(email: string, user: Found | undefined): Promise<void> {
  const locked = await withSystem('sign-in failures', async (tx) => {
    const rows = await tx
      .update(signInThrottle)
      .set({ lockedUntil: sql`now() + make_interval(mins => ${lockMinutes})` })
      .where(
        sql`${signInThrottle.key} = ${accountKey(email)} and coalesce(${signInThrottle.lockedUntil}, now()) <= now()`,
      )
      .returning({ key: signInThrottle.key })
    if (rows.length === 0 || !user) return false
    await tx.insert(notifications).values({ id: newId(), userId: user.id, kind: 'account_locked', data: {} })
    return true
  })
  // Not awaited: how long the mail server takes would tell that there is such an account.
  if (locked && user?.isActive) void tellOfLock({ email, name: user.name, locale: user.locale })
}

/**
 * Checks e-mail and password and opens a session. The answer and its time are the same for an unknown user and a wrong
 * password; six failures lock the account for 30 minutes and its owner is told.
 */
export async function signInWith(email: string, password: string, device: Device): Promise<SignIn> {
  const { account, address, user } = await begin(email, device)
  if (address.failures > freeFailures) {
    await new Promise((resolve) => setTimeout(resolve, Math.min(4000, 250 * (address.failures - freeFailures))))
  }
  const matches = await verifyPassword(user?.isActive ? user.passwordHash : null, password)
  // Guesses sent at once are counted before the lock is written: beyond the sixth none counts, the right one neither.
  if (account.isLocked || account.failures > failuresToLock) return { ok: false, code: 'locked' }
  if (!matches || !user) {
    if (account.failures < failuresToLock) return { ok: false, code: 'wrong' }
    await lock(email, user)
    return { ok: false, code: 'locked' }
  }
  const token = newToken()
  await withSystem('sign-in', async (tx) => {
    await tx.delete(signInThrottle).where(inArray(signInThrottle.key, [accountKey(email), `address:${device.address}`]))
    await tx.insert(sessions).values({
      id: newId(),
      userId: user.id,
      tokenHash: hashToken(token),
      expiresAt: sql`now() + make_interval(hours => ${sessionHours})`,
      userAgent: device.userAgent.slice(0, 300),
      address: device.address,
    })
  })
  return { ok: true, userId: user.id, token }
}

/** Ends one session, by its token. */
export async function endSession(token: string): Promise<void> {
  await withSystem('sign-out', (tx) =>
    tx
      .update(sessions)
      .set({ revokedAt: new Date() })
      .where(eq(sessions.tokenHash, hashToken(token))),
  )
}
