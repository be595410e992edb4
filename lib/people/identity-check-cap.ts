import { sql } from 'drizzle-orm'
import { withSystem } from '../../db/client'
import type { Actor } from '../auth/actor'

/**
 * How often an hour one user may ask the whole register. A search is made at each pause while someone is typed; a
 * registration sent is searched once more, and counts by itself, so that who typed much can still send.
 */
const mostAnHour = { search: 300, registration: 100 } as const

/**
 * Counts one more question to the register and says whether it may be asked: the cards it answers are of people out of
 * scope, and nobody should leaf through the register by phone numbers. The hour begins with its first question.
 */
export async function mayAskRegister(actor: Actor, by: keyof typeof mostAnHour): Promise<boolean> {
  const asked = await withSystem('questions to the register', async (tx) => {
    const key = `register:${by}:${actor.userId}`
    // `last_at` is when the hour began: unlike failed sign-ins, questions that go on must not keep it open.
    const rows = await tx.execute<{ asked: number }>(sql`
      insert into sign_in_throttle as t (key, failures, last_at) values (${key}, 1, now())
      on conflict (key) do update set
        failures = case when t.last_at < now() - interval '1 hour' then 1 else t.failures + 1 end,
        last_at = case when t.last_at < now() - interval '1 hour' then now() else t.last_at end
      returning failures as asked`)
    return rows[0]?.asked ?? 1
  })
  return asked <= mostAnHour[by]
}
