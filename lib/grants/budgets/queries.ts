import { eq, sql } from 'drizzle-orm'
import { type Tx, withActor } from '../../../db/client'
import { locations } from '../../../db/schema/places'
import type { Actor } from '../../auth/actor'
import type { Currency } from '../../format'
import type { Named } from '../../i18n/in-locale'
import type { Balances, BudgetState, ChangeKind } from './domain'
import { readRate } from './rate'

export type LineRow = Balances & {
  id: string
  sourceId: string
  code: string
  name: Named
  currency: Currency
  state: BudgetState
  proposedMinor: number
}

export type SourceRow = {
  id: string
  code: string
  donor: Named
  amountMinor: number
  currency: Currency
  startsOn: string
  endsOn: string
  state: BudgetState
  districts: Named[]
  lines: LineRow[]
}

export type ChangeRow = {
  id: string
  kind: ChangeKind
  sourceId: string
  sourceCode: string
  lineId: string | null
  lineCode: string | null
  /** What is asked for: the source's or line's amount, or the line's new one. Null when something is closed. */
  amountMinor: number | null
  /** What the line has now, beside what it shall have. */
  beforeMinor: number | null
  currency: Currency
  reason: string
  proposedBy: string
  proposedByName: string
  proposedAt: Date
  outcome: 'approved' | 'declined' | null
  decidedByName: string | null
  decidedAt: Date | null
}

const both = (table: string, name = 'name') =>
  sql.raw(`jsonb_build_object('en', ${table}.${name}_en, 'ar', ${table}.${name}_ar)`)

function readLines(tx: Tx, lineId?: string) {
  const one = lineId ? sql`where l.id = ${lineId}::uuid` : sql``
  return tx.execute<{ line: LineRow }>(sql`
    select jsonb_build_object('id', l.id, 'sourceId', l.source_id, 'code', l.code, 'name', ${both('l')}, 'currency', l.currency,
      'state', l.state, 'proposedMinor', l.proposed_minor, 'allocatedMinor', l.allocated_minor, 'committedMinor', l.committed_minor,
      'releasedMinor', l.released_minor, 'spentMinor', l.spent_minor) as line
    from budget_lines l ${one} order by l.code`)
}

function readSources(tx: Tx) {
  return tx.execute<{ source: Omit<SourceRow, 'lines'> }>(sql`
    select jsonb_build_object('id', s.id, 'code', s.code, 'donor', ${both('s', 'donor')}, 'amountMinor', s.amount_minor,
      'currency', s.currency, 'startsOn', s.starts_on, 'endsOn', s.ends_on, 'state', s.state, 'districts',
      coalesce((select jsonb_agg(${both('p')} order by p.name_en) from funding_source_districts d join locations p on p.pcode = d.district_pcode
        where d.source_id = s.id), '[]')) as source
    from funding_sources s order by s.state = 'active' desc, s.starts_on desc, s.code`)
}

/** Changes that wait, oldest first, or those of a line, newest first. */
async function readChanges(tx: Tx, lineId?: string): Promise<ChangeRow[]> {
  const which = lineId ? sql`c.line_id = ${lineId}::uuid` : sql`c.outcome is null`
  const rows = await tx.execute<
    Omit<ChangeRow, 'proposedAt' | 'decidedAt'> & { proposedAt: string; decidedAt: string | null }
  >(sql`
    select c.id, c.kind, c.source_id as "sourceId", s.code as "sourceCode", c.line_id as "lineId", l.code as "lineCode",
      case c.kind when 'activate_source' then s.amount_minor when 'activate_line' then l.proposed_minor
        when 'change_amount' then c.amount_minor end::float8 as "amountMinor",
      case c.kind when 'change_amount' then l.allocated_minor end::float8 as "beforeMinor", s.currency, c.reason,
      c.proposed_by as "proposedBy", p.name as "proposedByName", c.proposed_at as "proposedAt", c.outcome,
      d.name as "decidedByName", c.decided_at as "decidedAt"
    from budget_changes c join funding_sources s on s.id = c.source_id left join budget_lines l on l.id = c.line_id
    join users p on p.id = c.proposed_by left join users d on d.id = c.decided_by
    where ${which} order by c.id ${lineId ? sql`desc` : sql`asc`} limit 100`)
  return [...rows].map((row) => ({
    ...row,
    proposedAt: new Date(row.proposedAt),
    decidedAt: row.decidedAt ? new Date(row.decidedAt) : null,
  }))
}

/** All sources with their lines, what waits for a second person, and the rate that totals are shown at. */
export function listBudgets(actor: Actor) {
  return withActor(actor, async (tx) => {
    const [sources, lines, changes, rate] = await Promise.all([
      readSources(tx),
      readLines(tx),
      readChanges(tx),
      readRate(tx),
    ])
    const all = [...lines].map((row) => row.line)
    return {
      sources: [...sources].map(
        ({ source }): SourceRow => ({
          ...source,
          lines: all.filter((line) => line.sourceId === source.id),
        }),
      ),
      changes,
      rate,
    }
  })
}

/** Districts that a source can be for. */
export function listDistricts(actor: Actor): Promise<{ pcode: string; name: Named }[]> {
  return withActor(actor, async (tx) => {
    const rows = await tx
      .select({ pcode: locations.pcode, en: locations.nameEn, ar: locations.nameAr })
      .from(locations)
      .where(eq(locations.level, 2))
      .orderBy(locations.nameEn)
    return rows.map(({ pcode, en, ar }) => ({ pcode, name: { en, ar } }))
  })
}

export type ProofRow = { line: LineRow; sums: Balances; agrees: boolean }

type RawProof = { id: string; a: string; c: string; r: string; s: string; agrees: boolean }

/** The proof as the database computes it now: sums of the entries beside the balances. Nothing for who may not read the ledger whole. */
async function readProof(tx: Tx, lineId: string | null): Promise<RawProof[]> {
  const rows = await tx.execute<RawProof>(sql`select line_id as id, allocated_minor as a, committed_minor as c,
    released_minor as r, spent_minor as s, agrees from ledger_proof(${lineId}::uuid)`)
  return [...rows]
}

const sumsOf = (raw: RawProof): Balances => ({
  allocatedMinor: Number(raw.a),
  committedMinor: Number(raw.c),
  releasedMinor: Number(raw.r),
  spentMinor: Number(raw.s),
})

/** The proof of every line, in one statement each, so that both were true at the same moment. */
export function listProof(actor: Actor): Promise<ProofRow[]> {
  return withActor(actor, async (tx) => {
    const [lines, proofs] = await Promise.all([readLines(tx), readProof(tx, null)])
    return [...lines].flatMap(({ line }) => {
      const proof = proofs.find((one) => one.id === line.id)
      return proof ? [{ line, sums: sumsOf(proof), agrees: proof.agrees }] : []
    })
  })
}

/** A line with its source, its changes and its proof; null when it does not exist for this actor. To be batched. */
export async function readLinePage(tx: Tx, lineId: string) {
  const [lines, sources, changes, proofs] = await Promise.all([
    readLines(tx, lineId),
    readSources(tx),
    readChanges(tx, lineId),
    readProof(tx, lineId),
  ])
  const line = lines[0]?.line
  const source = [...sources].find((row) => row.source.id === line?.sourceId)?.source
  const proof = proofs[0]
  return line && source
    ? { line, source, changes, proof: proof ? { sums: sumsOf(proof), agrees: proof.agrees } : null }
    : null
}
