import { and, desc, eq, gt, inArray, isNull, sql } from 'drizzle-orm'
import * as z from 'zod/mini'
import { withActor, withSystem } from '../../db/client'
import { sessions } from '../../db/schema/sessions'
import { teams, users } from '../../db/schema/users'
import { command } from '../commands/command'
import type { Result } from '../commands/result'
import type { Actor } from './actor'
import { checkPassword, hashPassword, verifyPassword } from './password'

/** The actor's own open sessions, newest first, and the names of their teams. */
export function getAccount(actor: Actor) {
  return withActor(actor, async (tx) => {
    const [open, own] = await Promise.all([
      tx
        .select({
          id: sessions.id,
          createdAt: sessions.createdAt,
          lastSeenAt: sessions.lastSeenAt,
          userAgent: sessions.userAgent,
          address: sessions.address,
        })
        .from(sessions)
        .where(
          and(
            eq(sessions.userId, actor.userId),
            isNull(sessions.revokedAt),
            gt(sessions.expiresAt, sql`now()`),
            gt(sessions.lastSeenAt, sql`now() - interval '15 minutes'`),
          ),
        )
        .orderBy(desc(sessions.createdAt)),
      actor.teams.length > 0
        ? tx.select({ nameEn: teams.nameEn, nameAr: teams.nameAr }).from(teams).where(inArray(teams.id, actor.teams))
        : [],
    ])
    return { sessions: open, teams: own }
  })
}

/** Ends one of the actor's own sessions, or with `all` every one of them, this one too. */
export const endSessions = command({
  name: 'auth.end_sessions',
  input: z.object({ sessionId: z.union([z.uuid(), z.literal('all')]) }),
  allow: () => true,
  async run({ tx, actor, now }, { sessionId }) {
    const one = sessionId === 'all' ? undefined : eq(sessions.id, sessionId)
    await tx
      .update(sessions)
      .set({ revokedAt: now })
      .where(and(eq(sessions.userId, actor.userId), isNull(sessions.revokedAt), one))
    return { endedOwn: sessionId === 'all' || sessionId === actor.sessionId }
  },
})

/** Changes the actor's own password; every session of theirs ends with it. */
export async function changePassword(actor: Actor, current: string, password: string): Promise<Result<null>> {
  const wrong = checkPassword(password)
  if (wrong) return { ok: false, code: 'invalid', fields: { password: wrong } }
  const [stored] = await withSystem('own password', (tx) =>
    tx.select({ passwordHash: users.passwordHash }).from(users).where(eq(users.id, actor.userId)),
  )
  if (!(await verifyPassword(stored?.passwordHash ?? null, current))) {
    return { ok: false, code: 'invalid', fields: { current: 'auth.password.wrong_current' } }
  }
  const passwordHash = await hashPassword(password)
  await withSystem('own password', (tx) =>
    tx.update(users).set({ passwordHash, passwordChangedAt: sql`now()` }).where(eq(users.id, actor.userId)),
  )
  return { ok: true, data: null }
}
