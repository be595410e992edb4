import { and, eq } from 'drizzle-orm'
import { withSystem } from '../../db/client'
import { users } from '../../db/schema/users'
import { makeLink } from './links'
import { sendOneTimeLink } from './mails'
import { countTry, type Device } from './sign-in'

/** More than this many requests from one address in a quarter of an hour are answered, and not acted on. */
const mostRequests = 10

/**
 * Sends a reset link if the e-mail belongs to an active account. The answer does not tell; the mail leaves after the
 * answer, so that its time does not tell either.
 */
export async function requestReset(email: string, device: Device): Promise<void> {
  const found = await withSystem('password reset', async (tx) => {
    const { failures } = await countTry(tx, `reset:${device.address}`)
    if (failures > mostRequests) return null
    const [user] = await tx
      .select({ id: users.id, name: users.name, locale: users.locale })
      .from(users)
      .where(and(eq(users.email, email), eq(users.isActive, true)))
    return user ? { ...user, path: await makeLink(tx, user.id, 'reset', null) } : null
  })
  if (found) void sendOneTimeLink({ email, name: found.name, locale: found.locale }, 'reset', found.path)
}
