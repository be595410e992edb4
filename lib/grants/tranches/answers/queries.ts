import { sql } from 'drizzle-orm'
import { type Tx, withActor } from '../../../../db/client'
import type { Actor } from '../../../auth/actor'
import { type Cursor, type Page, pageOf, pageSize } from '../../../cases/scope'
import type { AnswerRow, Finding } from './domain'

export type ImportHead = {
  id: string
  fileName: string
  state: 'checked' | 'running' | 'done' | 'cancelled'
  rowCount: number
  doneCount: number
  importedBy: string
  importedAt: Date
}

type RawHead = Omit<ImportHead, 'importedAt'> & { importedAt: string }

async function readHeads(tx: Tx, importId: string | null, cursor: Cursor): Promise<ImportHead[]> {
  const condition = importId
    ? sql`i.id = ${importId}::uuid`
    : cursor.before
      ? sql`i.id > ${cursor.before}::uuid`
      : cursor.after
        ? sql`i.id < ${cursor.after}::uuid`
        : sql`true`
  const rows = await tx.execute<RawHead>(sql`select i.id, i.file_name as "fileName", i.state, i.row_count as "rowCount",
      i.done_count as "doneCount", u.name as "importedBy", i.imported_at as "importedAt"
    from payment_imports i join users u on u.id = i.imported_by where ${condition}
    order by i.id ${cursor.before ? sql`asc` : sql`desc`} limit ${pageSize + 1}`)
  return [...rows].map((row) => ({ ...row, importedAt: new Date(row.importedAt) }))
}

/** Files of answers, newest first. */
export function listImports(actor: Actor, cursor: Cursor): Promise<Page<ImportHead>> {
  return withActor(actor, async (tx) => pageOf(await readHeads(tx, null, cursor), cursor))
}

export type ImportRow = AnswerRow & { id: string; position: number; trancheId: string | null; finding: Finding }

/** A release list that a file answers in part: how many of its payments are out and have no row in the file. */
export type Unanswered = { listId: string; number: string; count: number }

/** What is missing in a file: payments that are on their way, on a list of which the file answers others. */
function readUnanswered(tx: Tx, importId: string) {
  return tx.execute<Unanswered>(sql`
    with answered as materialized (
      select tranche_id from payment_import_rows where import_id = ${importId}::uuid and tranche_id is not null)
    select l.id as "listId", l.number, count(*)::int as count
    from release_lists l join release_list_rows r on r.list_id = l.id and r.is_open is not null
      join tranches t on t.id = r.tranche_id and t.status = 'released'
    where l.id in (select o.list_id from release_list_rows o where o.is_open is not null and o.tranche_id in (select tranche_id from answered))
      and t.id not in (select tranche_id from answered)
    group by l.id, l.number order by l.number`)
}

/** A file of answers with how many rows came to what, what it leaves unanswered, and one page of its rows; null when there is none for this actor. */
export function getImport(actor: Actor, importId: string, filter: Cursor & { finding?: Finding | undefined }) {
  const edge = filter.before
    ? sql`and r.position < ${filter.before}::int`
    : filter.after
      ? sql`and r.position > ${filter.after}::int`
      : sql``
  return withActor(actor, async (tx) => {
    const [[head], counts, unanswered, rows] = await Promise.all([
      readHeads(tx, importId, {}),
      tx.execute<{ finding: Finding; n: number }>(sql`select finding, count(*)::int as n from payment_import_rows
        where import_id = ${importId}::uuid group by finding`),
      readUnanswered(tx, importId),
      tx.execute<Omit<ImportRow, 'id'>>(sql`select r.position, r.reference, r.amount, r.currency, r.answer,
          r.payment_reference as "paymentReference", r.paid_on as "paidOn", r.reason, r.tranche_id as "trancheId", r.finding
        from payment_import_rows r where r.import_id = ${importId}::uuid ${filter.finding ? sql`and r.finding = ${filter.finding}` : sql``} ${edge}
        order by r.position ${filter.before ? sql`desc` : sql`asc`} limit ${pageSize + 1}`),
    ])
    if (!head) return null
    const page: Page<ImportRow> = pageOf(
      [...rows].map((row) => ({ ...row, id: String(row.position) })),
      filter,
    )
    return { head, counts: new Map([...counts].map((row) => [row.finding, row.n])), unanswered: [...unanswered], page }
  })
}
