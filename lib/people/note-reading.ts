import { sql } from 'drizzle-orm'
import type { Tx } from '../../db/client'
import type { Actor } from '../auth/actor'

/** Notes that this actor opened a person's record, in the transaction that reads it; nothing for a person out of scope. */
export function noteReading(tx: Tx, actor: Actor, personId: string) {
  return tx.execute(sql`
    insert into read_log (actor_id, record_type, record_id)
    select ${actor.userId}::uuid, 'person', id from people where id = ${personId}`)
}
