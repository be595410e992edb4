import { sql } from 'drizzle-orm'
import type { Tx } from '../../db/client'
import { readLog } from '../../db/schema/records'
import type { Actor } from '../auth/actor'
import type { Match } from './identity-check'

/** Notes that this actor opened a person's record, in the transaction that reads it; nothing for a person out of scope. */
export function noteReading(tx: Tx, actor: Actor, personId: string) {
  return tx.execute(sql`
    insert into read_log (actor_id, record_type, record_id)
    select ${actor.userId}::uuid, 'person', id from people where id = ${personId}`)
}

/** Notes whose cards this actor was shown of people out of their scope; what is in scope, they may read anyway. */
export async function noteCards(tx: Tx, actor: Actor, shown: readonly Match[]): Promise<void> {
  const foreign = shown.filter(({ card }) => card.personId === null)
  if (foreign.length === 0) return
  await tx
    .insert(readLog)
    .values(foreign.map(({ id }) => ({ actorId: actor.userId, recordType: 'card', recordId: id })))
}
