import { eq, sql } from 'drizzle-orm'
import { releaseLists } from '../../../../db/schema/tranches'
import type { Actor } from '../../../auth/actor'
import { command } from '../../../commands/command'
import { drive } from '../../../commands/drive'
import { refuse } from '../../../commands/result'
import { canPay, listRef, lockList, whileMade } from './commands'

/** As many tranches go into one transaction: what is released stays so, whatever happens to the rest. */
const CHUNK = 200

/** The rows of a list that wait, and that this actor neither requested nor authorised. */
const waiting = (listId: string, actor: Actor) => sql`release_list_rows r join tranches t on t.id = r.tranche_id
  where r.list_id = ${listId}::uuid and r.is_open is not null and t.status = 'authorised'
    and t.authorised_by <> ${actor.userId}::uuid and t.requested_by <> ${actor.userId}::uuid`

/** Lets the release of a whole list begin, by this actor's hand; a driver does it (`driveRelease`). Refused when none of it may be theirs. */
export const startRelease = command({
  name: 'payments.release_list',
  input: listRef,
  load: lockList,
  allow: whileMade,
  async run({ tx, actor }, _input, list) {
    const some = await tx.execute(sql`select from ${waiting(list.id, actor)} limit 1`)
    if (some.length === 0) refuse('payments.refused.list_none')
    await tx
      .update(releaseLists)
      .set({ state: 'releasing', releasingBy: actor.userId, releasedTo: 0 })
      .where(eq(releaseLists.id, list.id))
    return { listId: list.id }
  },
})

/** Ends it where it is. What is released stays released, the rest stays on the list. */
export const stopRelease = command({
  name: 'payments.stop_release',
  input: listRef,
  load: lockList,
  allow: (actor, list) => canPay(actor) && (list.state === 'releasing' || [{ key: 'payments.refused.list_over' }]),
  async run({ tx }, _input, list) {
    await tx.update(releaseLists).set({ state: 'made' }).where(eq(releaseLists.id, list.id))
    return { listId: list.id }
  },
})

/** Looks at the next rows of a list and releases those that this actor may; what stands against the others, the list shows. */
const releaseChunk = command({
  name: 'payments.release_rows',
  input: listRef,
  async load(context, input) {
    // Two pages of the same reader never drive the same list.
    const [free] = await context.tx.execute<{ got: boolean }>(
      sql`select pg_try_advisory_xact_lock(hashtextextended('release_list' || ${input.listId}::text, 0)) as got`,
    )
    return free?.got ? lockList(context, input) : { id: input.listId, state: 'busy', releasingBy: null, releasedTo: 0 }
  },
  allow: canPay,
  async run({ tx, actor }, _input, list) {
    // The hand that releases is the one that pressed: who only looks on drives nothing.
    if (list.state !== 'releasing' || list.releasingBy !== actor.userId)
      return { state: list.state === 'releasing' ? 'not_mine' : list.state }
    const [step] = await tx.execute<{ seen: number; last: number | null }>(sql`
      with next as materialized (
        select r.position, t.id from ${waiting(list.id, actor)} and r.position > ${list.releasedTo}
        order by r.position limit ${CHUNK} for update of t),
      ready as materialized (
        select n.id from next n cross join lateral tranche_standing(n.id) s
        where not s.had_part and s.case_status in ('agreement_signed', 'disbursing')),
      released as (
        update tranches t set status = 'released', status_reason = '', released_by = ${actor.userId}::uuid, version = version + 1
        from ready where t.id = ready.id returning t.id)
      select (select count(*)::int from next) as seen, (select max(position) from next) as last, (select count(*) from released) as released`)
    const isEnd = !step || step.seen < CHUNK
    const [left] = isEnd
      ? await tx.execute<{ n: number }>(sql`select count(*)::int as n from release_list_rows r
          join tranches t on t.id = r.tranche_id where r.list_id = ${list.id}::uuid and r.is_open is not null and t.status = 'authorised'`)
      : []
    // What this actor may not release is for another hand.
    const state = !isEnd ? 'releasing' : left?.n === 0 ? 'released' : 'made'
    await tx
      .update(releaseLists)
      .set({ state, releasedTo: step?.last ?? list.releasedTo })
      .where(eq(releaseLists.id, list.id))
    return { state }
  },
})

/** Releases a list chunk by chunk until it is done or stopped, if this actor began it. Answers with how it ended. */
export function driveRelease(actor: Actor, listId: string): Promise<string> {
  return drive('a release list', 'releasing', () => releaseChunk.execute(actor, { listId }))
}
