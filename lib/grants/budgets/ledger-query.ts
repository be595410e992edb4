import { sql } from 'drizzle-orm'
import { withActor } from '../../../db/client'
import type { Actor } from '../../auth/actor'
import { arrayOf, type Cursor, type Page, pageOf, pageSize } from '../../cases/scope'
import type { Balances, EntryKind } from './domain'
import { readLinePage } from './queries'

export type EntryRow = Balances & {
  id: string
  kind: EntryKind
  at: Date
  madeBy: string | null
  reference: string | null
  /** Set when the reader may open the grant. */
  caseId: string | null
  /** Set when the entry is of a tranche that the reader may open. */
  trancheId: string | null
  reason: string | null
}

type Raw = {
  id: string
  kind: EntryKind
  a: string
  c: string
  r: string
  s: string
  at: string
  made_by: string | null
  reference: string | null
  case_id: string | null
  tranche_id: string | null
  reason: string | null
}

/**
 * A line and one page of its ledger, newest first; each kind walks its own index. Null when the line does not exist for
 * this actor; a supervisor sees the entries of their team's grants only, as the database has it.
 */
export function getLedger(actor: Actor, lineId: string, filter: Cursor & { kinds: readonly EntryKind[] }) {
  const { kinds, after, before } = filter
  const direction = before ? sql`asc` : sql`desc`
  const cursor = before ? sql`and e.id > ${before}::bigint` : after ? sql`and e.id < ${after}::bigint` : sql``
  const walk =
    kinds.length > 0
      ? sql`select k.* from unnest(${arrayOf(kinds)}::text[]) w(kind) cross join lateral (select * from ledger_entries e
          where e.line_id = ${lineId}::uuid and e.kind = w.kind ${cursor} order by e.id ${direction} limit ${pageSize + 1}) k`
      : sql`select * from ledger_entries e where e.line_id = ${lineId}::uuid ${cursor}`
  return withActor(actor, async (tx) => {
    const [page, found] = await Promise.all([
      readLinePage(tx, lineId),
      tx.execute<Raw>(sql`
        with page as (select * from (${walk}) e order by e.id ${direction} limit ${pageSize + 1})
        select e.id::text as id, e.kind, e.allocated_minor as a, e.committed_minor as c, e.released_minor as r, e.spent_minor as s,
          e.at, u.name as made_by, e.reference, c.id as case_id, t.id as tranche_id, b.reason
        from page e left join users u on u.id = e.made_by left join cases c on c.id = e.case_id
        left join tranches t on t.id = e.tranche_id left join budget_changes b on b.id = e.change_id
        order by e.id ${direction}`),
    ])
    if (!page) return null
    const rows = [...found].map(
      (row): EntryRow => ({
        id: row.id,
        kind: row.kind,
        at: new Date(row.at),
        madeBy: row.made_by,
        reference: row.reference,
        caseId: row.case_id,
        trancheId: row.tranche_id,
        reason: row.reason,
        allocatedMinor: Number(row.a),
        committedMinor: Number(row.c),
        releasedMinor: Number(row.r),
        spentMinor: Number(row.s),
      }),
    )
    const entries: Page<EntryRow> = pageOf(rows, filter)
    return { ...page, entries }
  })
}
