import { sql } from 'drizzle-orm'
import type { Tx } from '../../../db/client'
import type { Placed } from '../../auth/actor'
import type { Context } from '../../commands/command'
import { Conflict } from '../../commands/result'
import type { Currency } from '../../format'
import type { TrancheStatus } from './machine'
import type { TrancheFacts } from './policy'

/** A tranche as a command works on it. */
export type LoadedTranche = TrancheFacts & {
  id: string
  caseId: string
  /** The case's version; null when the actor does not see the case. */
  caseVersion: number | null
  caseworkerId: string | null
  number: number
  reference: string
  amountMinor: number
  currency: Currency
  version: number
}

type Raw = {
  id: string
  case_id: string
  number: number
  reference: string
  amount_minor: string
  currency: Currency
  status: TrancheStatus
  version: number
  channel: string | null
  payee_name: string
  milestone_id: string | null
  requested_by: string | null
  authorised_by: string | null
  case_status: string
  had_part: boolean
  prepared: boolean
  before_open: boolean
  has_receipt: boolean
  case_version: number | null
  placed: Omit<Placed, 'programme'> | null
}

/** The columns and joins that the rules need of a tranche `t`; the case only when the actor sees it. */
export const standing = {
  columns: sql`s.case_status, s.had_part, s.prepared, s.before_open, s.has_receipt, c.version as case_version,
    case when c.id is not null then jsonb_build_object('teamId', c.team_id, 'districtPcode', c.district_pcode,
      'caseworkerId', c.caseworker_id, 'createdBy', c.created_by) end as placed`,
  joins: sql`cross join lateral tranche_standing(t.id) s left join cases c on c.id = t.case_id`,
}

/** What was read by `standing`, as the rules take it. */
export function factsOf(
  raw: Pick<Raw, 'status' | 'channel' | 'payee_name' | 'milestone_id' | 'requested_by' | 'authorised_by'> &
    Pick<Raw, 'case_status' | 'had_part' | 'prepared' | 'before_open' | 'has_receipt' | 'placed'>,
): TrancheFacts {
  return {
    status: raw.status,
    channel: raw.channel,
    payeeName: raw.payee_name,
    milestoneId: raw.milestone_id,
    requestedBy: raw.requested_by,
    authorisedBy: raw.authorised_by,
    caseStatus: raw.case_status,
    hadPart: raw.had_part,
    prepared: raw.prepared,
    beforeOpen: raw.before_open,
    hasReceipt: raw.has_receipt,
    placed: raw.placed && { ...raw.placed, programme: 'livelihoods' },
  }
}

async function lock(tx: Tx, trancheId: string): Promise<LoadedTranche | null> {
  const rows = await tx.execute<Raw>(sql`
    select t.id, t.case_id, t.number, t.reference, t.amount_minor, t.currency, t.status, t.version, t.channel, t.payee_name,
      t.milestone_id, t.requested_by, t.authorised_by, ${standing.columns}
    from tranches t ${standing.joins} where t.id = ${trancheId}::uuid for update of t`)
  const row = rows[0]
  return row
    ? {
        ...factsOf(row),
        id: row.id,
        caseId: row.case_id,
        caseVersion: row.case_version,
        caseworkerId: row.placed?.caseworkerId ?? null,
        number: row.number,
        reference: row.reference,
        amountMinor: Number(row.amount_minor),
        currency: row.currency,
        version: row.version,
      }
    : null
}

type Ref = { trancheId: string; version: number }

/**
 * `load` of a step: holds the grant as it is, then locks the tranche, always in this order, and insists that it is still as
 * the form saw it. Null when it does not exist for this actor.
 */
export async function loadTranche(context: Context, { trancheId, version }: Ref): Promise<LoadedTranche | null> {
  await context.tx.execute(sql`select hold_grant_of(${trancheId}::uuid)`)
  const tranche = await lock(context.tx, trancheId)
  if (tranche && tranche.version !== version) throw new Conflict()
  return tranche
}

/** As `loadTranche`, the grant's own row locked: the step may move the case as well. */
export async function loadWithCase(context: Context, { trancheId, version }: Ref): Promise<LoadedTranche | null> {
  await context.tx.execute(sql`select c.id from cases c where c.id = (select t.case_id from tranches t
    where t.id = ${trancheId}::uuid) for update`)
  const tranche = await lock(context.tx, trancheId)
  if (tranche && tranche.version !== version) throw new Conflict()
  return tranche
}
