import { type SQL, sql } from 'drizzle-orm'
import type { Tx } from '../../../db/client'
import type { Currency } from '../../format'
import { factsOf, standing } from './load'
import type { TrancheChannel, TrancheStatus } from './machine'
import type { TrancheFacts } from './policy'

export type TrancheFile = { id: string; fileName: string; kind: string; uploadedBy: string; uploadedAt: Date }
export type TrancheEvent = { to: TrancheStatus; reason: string; actor: string | null; at: Date }

/** A tranche as the pages show it, with what the rules need to say who may do what. */
export type TrancheView = {
  id: string
  caseId: string
  version: number
  number: number
  reference: string
  amountMinor: number
  currency: Currency
  form: 'cash' | 'in_kind'
  plannedOn: string
  status: TrancheStatus
  statusReason: string
  channel: TrancheChannel | null
  payeeName: string
  payeeAccount: string
  paymentReference: string
  paidOn: string | null
  receiptConfirmedOn: string | null
  recoveredMinor: number
  milestoneFinding: string
  /** Null for who reads no plans. */
  milestone: { title: string; evidence: string } | null
  /** Null for who reads no budgets. */
  lineCode: string | null
  hands: { requested: string | null; authorised: string | null; released: string | null; verified: string | null }
  facts: TrancheFacts
  files: TrancheFile[]
  events: TrancheEvent[]
}

type Raw = Parameters<typeof factsOf>[0] & {
  view: Omit<TrancheView, 'facts' | 'files' | 'events'>
  files: (Omit<TrancheFile, 'uploadedAt'> & { uploadedAt: string })[]
  events: (Omit<TrancheEvent, 'at'> & { at: string })[]
}

const name = (column: string) => sql.raw(`(select u.name from users u where u.id = t.${column})`)

/** Tranches that meet a condition on `t`, in their order, whole; a handful, never a list. */
async function readWhole(tx: Tx, condition: SQL): Promise<TrancheView[]> {
  const rows = await tx.execute<Raw>(sql`
    select t.status, t.channel, t.payee_name, t.milestone_id, t.requested_by, t.authorised_by, ${standing.columns},
      jsonb_build_object('id', t.id, 'caseId', t.case_id, 'version', t.version, 'number', t.number, 'reference', t.reference,
        'amountMinor', t.amount_minor, 'currency', t.currency, 'form', t.form, 'plannedOn', t.planned_on, 'status', t.status,
        'statusReason', t.status_reason, 'channel', t.channel, 'payeeName', t.payee_name, 'payeeAccount', t.payee_account,
        'paymentReference', t.payment_reference, 'paidOn', t.paid_on, 'receiptConfirmedOn', t.receipt_confirmed_on,
        'recoveredMinor', t.recovered_minor, 'milestoneFinding', t.milestone_finding,
        'milestone', (select jsonb_build_object('title', m.title, 'evidence', m.evidence) from business_plan_milestones m where m.id = t.milestone_id),
        'lineCode', (select l.code from budget_lines l where l.id = t.budget_line_id),
        'hands', jsonb_build_object('requested', ${name('requested_by')}, 'authorised', ${name('authorised_by')},
          'released', ${name('released_by')}, 'verified', ${name('milestone_verified_by')})) as view,
      coalesce((select jsonb_agg(jsonb_build_object('id', d.id, 'fileName', d.file_name, 'kind', d.kind, 'uploadedBy', u.name,
        'uploadedAt', d.uploaded_at) order by d.id) from documents d join users u on u.id = d.uploaded_by where d.tranche_id = t.id), '[]') as files,
      coalesce((select jsonb_agg(jsonb_build_object('to', e.to_status, 'reason', e.reason, 'actor', u.name, 'at', e.at) order by e.id desc)
        from tranche_events e left join users u on u.id = e.actor_id where e.tranche_id = t.id), '[]') as events
    from tranches t ${standing.joins} where ${condition} order by t.number`)
  return [...rows].map((row) => ({
    ...row.view,
    facts: factsOf(row),
    files: row.files.map((file) => ({ ...file, uploadedAt: new Date(file.uploadedAt) })),
    events: row.events.map((event) => ({ ...event, at: new Date(event.at) })),
  }))
}

/** The tranches of a grant, in order. To be awaited together with the rest of a page, as one round trip. */
export function readTranches(tx: Tx, caseId: string): Promise<TrancheView[]> {
  return readWhole(tx, sql`t.case_id = ${caseId}::uuid`)
}

/** One tranche; null when it does not exist for this actor. */
export async function readTranche(tx: Tx, trancheId: string): Promise<TrancheView | null> {
  const [tranche] = await readWhole(tx, sql`t.id = ${trancheId}::uuid`)
  return tranche ?? null
}
