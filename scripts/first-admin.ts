import { randomBytes } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { withSystem } from '@/db/client'
import { userRoles, users } from '@/db/schema/users'
import { checkPassword, hashPassword } from '@/lib/auth/password'
import { newId } from '@/lib/ids'

/** What came of it; a refusal is a sentence for the operator. */
export type FirstAdmin = { ok: true; admins: number } | { ok: false; sentence: string }

const OBJECTIONS: Record<string, string> = {
  'auth.password.too_short': 'The password is too short: use at least 12 characters.',
  'auth.password.too_long': 'The password is too long: use at most 200 characters.',
  'auth.password.too_common': 'The password is easy to guess: choose words that only this person would put together.',
}

const ENOUGH = 2

/**
 * Makes an admin in a portal that has fewer than two: from then on admins make each other, in the portal. Two, because
 * giving the role takes a second admin, so that one alone could never make another.
 */
export async function createFirstAdmin(email: string, name: string, password: string): Promise<FirstAdmin> {
  const address = email.trim().toLowerCase()
  if (!/^\S+@\S+\.\S+$/.test(address)) return { ok: false, sentence: `"${email}" is not an email address.` }
  if (!name.trim()) return { ok: false, sentence: 'The name is missing: give --name "Given Family".' }
  const objection = checkPassword(password)
  if (objection) return { ok: false, sentence: OBJECTIONS[objection] ?? 'The password is not good enough.' }
  const passwordHash = await hashPassword(password)

  return await withSystem('first admin', async (tx): Promise<FirstAdmin> => {
    // Two operators at once must not make a third.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('sanad.last_admin'))`)
    const [row] = await tx.execute<{ admins: number; known: boolean }>(sql`
      select (select count(*)::int from user_roles r join users u on u.id = r.user_id
          where r.role = 'admin' and r.approved_at is not null and r.ended_at is null and u.is_active) as admins,
        exists (select from users where email = ${address}) as known`)
    const admins = row?.admins ?? 0
    if (admins >= ENOUGH)
      return { ok: false, sentence: `There are ${admins} admins already: they make others in the portal.` }
    if (row?.known) return { ok: false, sentence: `There is an account for ${address} already.` }
    const id = newId()
    await tx.insert(users).values({
      id,
      email: address,
      name: name.trim(),
      passwordHash,
      passwordChangedAt: sql`app_now()`,
      draftKey: randomBytes(32).toString('base64'),
    })
    await tx.insert(userRoles).values({ id: newId(), userId: id, role: 'admin', approvedAt: sql`app_now()` })
    return { ok: true, admins: admins + 1 }
  })
}
