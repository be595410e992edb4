import { sql } from 'drizzle-orm'
import { type Tx, withActor } from '../../../db/client'
import type { Actor } from '../../auth/actor'
import { may } from '../../auth/roles'
import { arrayOf, type Cursor, type Page, pageOf, pageSize } from '../../cases/scope'
import type { Currency } from '../../format'
import { readGrant } from '../load'
import { type TrancheChannel, type TrancheStatus, trancheMachine } from './machine'
import { readTranche, readTranches } from './view'

/** The payments of a grant; null when the grant does not exist for this actor. */
export function getPayments(actor: Actor, caseId: string) {
  return withActor(actor, async (tx) => {
    const [grant, tranches] = await Promise.all([readGrant(tx, caseId), readTranches(tx, caseId)])
    return grant ? { grant, tranches } : null
  })
}

/** One tranche for who pays; null when it does not exist for this actor. */
export function getTranche(actor: Actor, trancheId: string) {
  return withActor(actor, (tx) => readTranche(tx, trancheId))
}

export type PaymentRow = {
  /** The cursor: planned day and id. */
  id: string
  trancheId: string
  reference: string
  amountMinor: number
  currency: Currency
  status: TrancheStatus
  channel: TrancheChannel | null
  payeeName: string
  plannedOn: string
}

export type PaymentFilter = Cursor & {
  status?: TrancheStatus | undefined
  channel?: TrancheChannel | undefined
  lineId?: string | undefined
  /** Planned days, both included. */
  from?: string | null | undefined
  to?: string | null | undefined
}

/** What waits at each step, counted no further than a thousand. */
export type Queues = Record<'requested' | 'authorised' | 'released', number>

const splitCursor = (cursor: string) => ({ day: cursor.slice(0, 10), id: cursor.slice(11) })

type Raw = Omit<PaymentRow, 'amountMinor'> & { amountMinor: string }

/**
 * One page of tranches, the soonest planned first, with what waits and the lines to filter by. Each status walks its own
 * index from the cursor on and stops after a page.
 */
export function listPayments(
  actor: Actor,
  filter: PaymentFilter,
): Promise<Page<PaymentRow> & { queues: Queues; lines: { id: string; code: string }[] }> {
  const { status, channel, lineId, from, to, after, before } = filter
  const statuses = status ? [status] : trancheMachine.states
  const direction = before ? sql`desc` : sql`asc`
  const at = splitCursor(before ?? after ?? '')
  const cursor =
    before || after
      ? sql`and (t.planned_on, t.id) ${before ? sql`<` : sql`>`} (${at.day}::date, ${at.id}::uuid)`
      : sql``
  const narrowed = sql`${channel ? sql`and t.channel = ${channel}` : sql``} ${lineId ? sql`and t.budget_line_id = ${lineId}::uuid` : sql``}
    ${from ? sql`and t.planned_on >= ${from}::date` : sql``} ${to ? sql`and t.planned_on <= ${to}::date` : sql``}`
  return withActor(actor, async (tx) => {
    const [found, counted, lines] = await Promise.all([
      tx.execute<Raw>(sql`
        select k.planned_on::text || '_' || k.id as id, k.id as "trancheId", k.reference, k.amount_minor as "amountMinor", k.currency, k.status,
          k.channel, k.payee_name as "payeeName", k.planned_on::text as "plannedOn"
        from unnest(${arrayOf(statuses)}::text[]) s(status) cross join lateral (
          select * from tranches t where t.status = s.status ${cursor} ${narrowed}
          order by t.planned_on ${direction}, t.id ${direction} limit ${pageSize + 1}) k
        order by k.planned_on ${direction}, k.id ${direction} limit ${pageSize + 1}`),
      readQueues(tx),
      tx.execute<{ id: string; code: string }>(
        sql`select l.id, l.code from budget_lines l where l.state <> 'declined' order by l.code limit 500`,
      ),
    ])
    const rows = [...found].map((row): PaymentRow => ({ ...row, amountMinor: Number(row.amountMinor) }))
    return { ...pageOf(rows, filter), queues: counted, lines: [...lines] }
  })
}

async function readQueues(tx: Tx): Promise<Queues> {
  const rows = await tx.execute<{ status: keyof Queues; n: number }>(sql`
    select s.status, (select count(*)::int from (select from tranches t where t.status = s.status limit 1000) k) as n
    from unnest(array['requested', 'authorised', 'released']) s(status)`)
  const queues: Queues = { requested: 0, authorised: 0, released: 0 }
  for (const row of rows) queues[row.status] = row.n
  return queues
}

export type PaymentWork = {
  tranches: {
    id: string
    reference: string
    payeeName: string
    status: 'requested' | 'authorised'
    plannedOn: string
  }[]
  changes: { id: string; code: string; by: string }[]
}

const most = 8

/** What waits for who pays and keeps the budgets, in one round trip with the rest of their day. */
export async function readPaymentWork(tx: Tx, actor: Actor): Promise<PaymentWork> {
  const wanted = [
    ...(may(actor, 'payments.authorise') ? ['requested'] : []),
    ...(may(actor, 'payments.release') ? ['authorised'] : []),
  ]
  if (wanted.length === 0) return { tranches: [], changes: [] }
  const [tranches, changes] = await Promise.all([
    tx.execute<PaymentWork['tranches'][number]>(sql`
      select k.id, k.reference, k.payee_name as "payeeName", k.status, k.planned_on::text as "plannedOn"
      from unnest(${arrayOf(wanted)}::text[]) s(status) cross join lateral (
        select * from tranches t where t.status = s.status and t.requested_by <> ${actor.userId}::uuid
          and t.authorised_by is distinct from ${actor.userId}::uuid order by t.planned_on, t.id limit ${most}) k`),
    tx.execute<PaymentWork['changes'][number]>(sql`
      select c.id, coalesce(l.code, s.code) as code, u.name as by from budget_changes c
      join funding_sources s on s.id = c.source_id left join budget_lines l on l.id = c.line_id join users u on u.id = c.proposed_by
      where c.outcome is null and c.proposed_by <> ${actor.userId}::uuid order by c.id limit ${most}`),
  ])
  return { tranches: [...tranches], changes: [...changes] }
}
