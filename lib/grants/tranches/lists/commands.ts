import { and, eq, isNotNull, sql } from 'drizzle-orm'
import * as z from 'zod/mini'
import { releaseListRows, releaseLists } from '../../../../db/schema/tranches'
import type { Actor } from '../../../auth/actor'
import { may } from '../../../auth/roles'
import { type Context, command } from '../../../commands/command'
import { refuse } from '../../../commands/result'
import { optionalDateField } from '../../../dates'
import { baghdadDay } from '../../../format'
import { trancheChannels } from '../machine'

const mostRows = 20_000

export const canPay = (actor: Actor) => actor.programmes.includes('livelihoods') && may(actor, 'payments.release')

export const makeListSchema = z.object({
  channel: z.enum(trancheChannels, 'errors.choose'),
  currency: z.enum(['IQD', 'USD'], 'errors.choose'),
  until: optionalDateField(),
})

/** Puts all authorised tranches of one channel and currency, planned until a day, on a list with a number. */
export const makeList = command({
  name: 'payments.make_list',
  input: makeListSchema,
  allow: canPay,
  async run({ tx, actor, now }, { channel, currency, until }) {
    const year = Number(baghdadDay(now).slice(0, 4))
    const [list] = await tx
      .insert(releaseLists)
      .values({
        id: sql`app_id()`,
        number: sql`next_reference('PAY', ${year}::integer)`,
        channel,
        currency,
        madeBy: actor.userId,
        madeAt: now,
      })
      .returning({ id: releaseLists.id })
    if (!list) refuse('payments.refused.not_now')
    const rows = await tx.execute<{ id: string }>(sql`
      insert into release_list_rows (id, list_id, tranche_id, position)
      select app_id(), ${list.id}::uuid, k.id, row_number() over (order by k.planned_on, k.id) from (
        select t.id, t.planned_on from tranches t where t.status = 'authorised' and t.channel = ${channel} and t.currency = ${currency}
          ${until ? sql`and t.planned_on <= ${until}::date` : sql``}
          and not exists (select from release_list_rows r where r.tranche_id = t.id and r.is_open is not null)
        order by t.planned_on, t.id limit ${mostRows} for share of t) k
      returning id`)
    if (rows.length === 0) refuse('payments.refused.list_empty')
    return { listId: list.id, rows: rows.length }
  },
  unique: { release_list_rows_open: { key: 'payments.refused.on_a_list' } },
})

export const listRef = z.object({ listId: z.uuid('errors.notFound') })

export async function lockList({ tx }: Context, { listId }: z.infer<typeof listRef>) {
  const rows = await tx
    .select({
      id: releaseLists.id,
      state: releaseLists.state,
      releasingBy: releaseLists.releasingBy,
      releasedTo: releaseLists.releasedTo,
    })
    .from(releaseLists)
    .where(eq(releaseLists.id, listId))
    .for('update')
  return rows[0] ?? null
}

export const whileMade = (actor: Actor, list: { state: string }) =>
  canPay(actor) && (list.state === 'made' || [{ key: 'payments.refused.list_over' }])

/** The list is no more; its tranches may stand on another. */
export const dissolveList = command({
  name: 'payments.dissolve_list',
  input: listRef,
  load: lockList,
  allow: whileMade,
  async run({ tx }, _input, list) {
    const released = await tx.execute(sql`select from release_list_rows r join tranches t on t.id = r.tranche_id
      where r.list_id = ${list.id}::uuid and r.is_open is not null and t.status <> 'authorised' limit 1`)
    if (released.length > 0) refuse('payments.refused.list_begun')
    await tx
      .update(releaseListRows)
      .set({ isOpen: null })
      .where(and(eq(releaseListRows.listId, list.id), isNotNull(releaseListRows.isOpen)))
    await tx.update(releaseLists).set({ state: 'dissolved' }).where(eq(releaseLists.id, list.id))
    return { listId: list.id }
  },
})

/** Takes one tranche off a list that is not released yet. */
export const takeOff = command({
  name: 'payments.take_off_list',
  input: z.extend(listRef, { trancheId: z.uuid('errors.notFound') }),
  load: lockList,
  allow: whileMade,
  async run({ tx }, { trancheId }, list) {
    const rows = await tx.execute(sql`update release_list_rows r set is_open = null where r.list_id = ${list.id}::uuid
      and r.tranche_id = ${trancheId}::uuid and r.is_open is not null
      and exists (select from tranches t where t.id = r.tranche_id and t.status = 'authorised') returning r.id`)
    if (rows.length === 0) refuse('payments.refused.not_now')
    return { listId: list.id }
  },
})
