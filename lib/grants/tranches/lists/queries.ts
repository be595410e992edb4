import { sql } from 'drizzle-orm'
import { type Tx, withActor } from '../../../../db/client'
import type { Actor } from '../../../auth/actor'
import { type Cursor, type Page, pageOf, pageSize } from '../../../cases/scope'
import type { Refusal } from '../../../commands/result'
import type { Currency } from '../../../format'
import { factsOf, standing } from '../load'
import type { TrancheChannel, TrancheStatus } from '../machine'
import { whyCannot } from '../policy'

export type ListHead = {
  id: string
  number: string
  channel: TrancheChannel
  currency: Currency
  state: 'made' | 'releasing' | 'released' | 'dissolved'
  madeBy: string
  madeAt: Date
  rows: number
  /** Rows that still wait for their release. */
  waiting: number
  totalMinor: number
  releasingBy: string | null
}

type RawHead = Omit<ListHead, 'madeAt' | 'totalMinor'> & { madeAt: string; totalMinor: string }

async function readHeads(tx: Tx, listId: string | null, cursor: Cursor): Promise<ListHead[]> {
  const condition = listId
    ? sql`l.id = ${listId}::uuid`
    : cursor.before
      ? sql`l.id > ${cursor.before}::uuid`
      : cursor.after
        ? sql`l.id < ${cursor.after}::uuid`
        : sql`true`
  const direction = cursor.before ? sql`asc` : sql`desc`
  const rows = await tx.execute<RawHead>(sql`
    select k.id, k.number, k.channel, k.currency, k.state, u.name as "madeBy", k.made_at as "madeAt", k.releasing_by as "releasingBy",
      s.n as rows, s.waiting, s.total as "totalMinor"
    from (select * from release_lists l where ${condition} order by l.id ${direction} limit ${pageSize + 1}) k
    join users u on u.id = k.made_by cross join lateral (
      select count(*)::int as n, count(*) filter (where t.status = 'authorised')::int as waiting, coalesce(sum(t.amount_minor), 0)::bigint as total
      from release_list_rows r join tranches t on t.id = r.tranche_id
      where r.list_id = k.id and (r.is_open is not null or k.state = 'dissolved')) s
    order by k.id ${direction}`)
  return [...rows].map((row) => ({ ...row, madeAt: new Date(row.madeAt), totalMinor: Number(row.totalMinor) }))
}

export type Ready = { channel: TrancheChannel; currency: Currency; count: number; totalMinor: number }

/** Release lists, newest first, and what stands on none yet. */
export function listReleaseLists(actor: Actor, cursor: Cursor): Promise<Page<ListHead> & { ready: Ready[] }> {
  return withActor(actor, async (tx) => {
    const [heads, ready] = await Promise.all([
      readHeads(tx, null, cursor),
      tx.execute<Omit<Ready, 'totalMinor'> & { totalMinor: string }>(sql`
        select t.channel, t.currency, count(*)::int as count, sum(t.amount_minor)::bigint as "totalMinor" from tranches t
        where t.status = 'authorised' and not exists (select from release_list_rows r where r.tranche_id = t.id and r.is_open is not null)
        group by t.channel, t.currency order by t.channel, t.currency`),
    ])
    return {
      ...pageOf(heads, cursor),
      ready: [...ready].map((row) => ({ ...row, totalMinor: Number(row.totalMinor) })),
    }
  })
}

export type ListRow = {
  /** The cursor: its place on the list. */
  id: string
  position: number
  trancheId: string
  reference: string
  payeeName: string
  payeeAccount: string
  amountMinor: number
  plannedOn: string
  status: TrancheStatus
}

type RawRow = Omit<ListRow, 'amountMinor' | 'id'> & { amountMinor: string }

const rowColumns = sql`r.position, t.id as "trancheId", t.reference, t.payee_name as "payeeName", t.payee_account as "payeeAccount",
  t.amount_minor as "amountMinor", t.planned_on::text as "plannedOn", t.status`

const asRow = (row: RawRow): ListRow => ({
  id: String(row.position),
  position: row.position,
  trancheId: row.trancheId,
  reference: row.reference,
  payeeName: row.payeeName,
  payeeAccount: row.payeeAccount,
  amountMinor: Number(row.amountMinor),
  plannedOn: row.plannedOn,
  status: row.status,
})

/** A list and one page of its rows, each with why this actor cannot release it; null when there is no such list for them. */
export function getReleaseList(actor: Actor, listId: string, cursor: Cursor) {
  const edge = cursor.before
    ? sql`and r.position < ${cursor.before}::int`
    : cursor.after
      ? sql`and r.position > ${cursor.after}::int`
      : sql``
  const direction = cursor.before ? sql`desc` : sql`asc`
  return withActor(actor, async (tx) => {
    const [[list], rows] = await Promise.all([
      readHeads(tx, listId, {}),
      tx.execute<RawRow & { raw: Parameters<typeof factsOf>[0] }>(sql`
        select ${rowColumns}, jsonb_build_object('status', t.status, 'channel', t.channel, 'payee_name', t.payee_name,
          'milestone_id', t.milestone_id, 'requested_by', t.requested_by, 'authorised_by', t.authorised_by, 'case_status', s.case_status,
          'had_part', s.had_part, 'prepared', s.prepared, 'before_open', s.before_open, 'has_receipt', s.has_receipt, 'placed', null) as raw
        from release_list_rows r join release_lists l on l.id = r.list_id join tranches t on t.id = r.tranche_id ${standing.joins}
        where r.list_id = ${listId}::uuid and (r.is_open is not null or l.state = 'dissolved') ${edge}
        order by r.position ${direction} limit ${pageSize + 1}`),
    ])
    if (!list) return null
    const page: Page<ListRow & { against: Refusal[] }> = pageOf(
      [...rows].map(({ raw, ...row }) => ({
        ...asRow(row),
        against: row.status === 'authorised' ? whyCannot(actor, 'release', factsOf(raw)) : [],
      })),
      cursor,
    )
    return { list, page }
  })
}

const EXPORT_CHUNK = 1000

/** The head of a list alone; null when there is no such list for this actor. */
export function getListHead(actor: Actor, listId: string): Promise<ListHead | null> {
  return withActor(actor, async (tx) => (await readHeads(tx, listId, {}))[0] ?? null)
}

/** The next rows that are given away, entered in the same transaction into the register of who holds whose data. */
function takeRows(actor: Actor, listId: string, after: number) {
  return withActor(actor, async (tx) => {
    const rows =
      await tx.execute<RawRow>(sql`select ${rowColumns} from release_list_rows r join tranches t on t.id = r.tranche_id
      where r.list_id = ${listId}::uuid and r.is_open is not null and r.position > ${after} order by r.position limit ${EXPORT_CHUNK}`)
    const last = rows.at(-1)
    if (last) await tx.execute(sql`select disclose_payments(${listId}::uuid, ${after}, ${last.position})`)
    return rows
  })
}

/**
 * All rows of a list in order, for who gets it, a thousand at a time: memory stays flat however long it is. Nothing is given
 * away that was not entered as disclosed.
 */
export async function* rowsOfList(actor: Actor, listId: string): AsyncGenerator<ListRow> {
  let after = 0
  for (;;) {
    const rows = await takeRows(actor, listId, after)
    for (const row of rows) yield asRow(row)
    const last = rows.at(-1)
    if (!last || rows.length < EXPORT_CHUNK) return
    after = last.position
  }
}
