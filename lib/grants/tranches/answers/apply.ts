import { eq, sql } from 'drizzle-orm'
import * as z from 'zod/mini'
import { paymentImports } from '../../../../db/schema/tranches'
import type { Actor } from '../../../auth/actor'
import { type Context, command } from '../../../commands/command'
import { drive } from '../../../commands/drive'
import { baghdadDay } from '../../../format'
import { canPay } from './check'
import { type AnswerRow, type Finding, findingOf, readAnswer } from './domain'

/** So many rows are applied in one transaction: what is applied stays, whatever happens to the rest. */
const CHUNK = 200

const importRef = z.object({ importId: z.uuid('errors.notFound') })

async function lockImport({ tx }: Context, { importId }: z.infer<typeof importRef>) {
  const rows = await tx
    .select({ id: paymentImports.id, state: paymentImports.state, sha256: paymentImports.sha256 })
    .from(paymentImports)
    .where(eq(paymentImports.id, importId))
    .for('update')
  return rows[0] ?? null
}

/** Lets the applying begin; a driver does it (`driveImport`). */
export const startImport = command({
  name: 'payments.start_answers',
  input: importRef,
  load: lockImport,
  allow: (actor, found) => canPay(actor) && (found.state === 'checked' || [{ key: 'payments.refused.import_begun' }]),
  async run({ tx }, _input, found) {
    await tx.update(paymentImports).set({ state: 'running' }).where(eq(paymentImports.id, found.id))
    return { importId: found.id }
  },
})

/** Ends it where it is. What is applied stays. */
export const cancelImport = command({
  name: 'payments.cancel_answers',
  input: importRef,
  load: lockImport,
  allow: (actor, found) =>
    canPay(actor) && (['checked', 'running'].includes(found.state) || [{ key: 'payments.refused.import_over' }]),
  async run({ tx, now }, _input, found) {
    await tx.update(paymentImports).set({ state: 'cancelled', finishedAt: now }).where(eq(paymentImports.id, found.id))
    return { importId: found.id }
  },
})

type Waiting = AnswerRow & {
  id: string
  tranche_id: string
  status: string
  tranche_currency: string
  amount_minor: string
  payment: string
  is_repeat: boolean
}

/** The next rows, their tranches locked. */
function nextRows({ tx }: Context, found: { id: string; sha256: string }) {
  return tx.execute<Waiting>(sql`
    select r.id, r.reference, r.amount, r.currency, r.answer, r.payment_reference as "paymentReference", r.paid_on as "paidOn", r.reason,
      t.id as tranche_id, t.status, t.currency as tranche_currency, t.amount_minor, t.payment_reference as payment,
      exists (select from payment_imports i join payment_import_rows o on o.import_id = i.id
        where i.sha256 = ${found.sha256} and i.id <> r.import_id and o.position = r.position and o.applied_at is not null) as is_repeat
    from payment_import_rows r join tranches t on t.id = r.tranche_id
    where r.import_id = ${found.id}::uuid and r.finding = 'ready' order by r.position limit ${CHUNK} for update of t`)
}

type Done = {
  id: string
  trancheId: string
  finding: Finding
  outcome: string
  day: string
  payment: string
  reason: string
}

/** Applies what is still ready, and writes down what came of each row; both statements take the whole chunk. */
async function applyRows({ tx, now }: Context, rows: readonly Done[]): Promise<void> {
  const records = sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
    r(id uuid, "trancheId" uuid, finding text, outcome text, day date, payment text, reason text)`
  await tx.execute(sql`update tranches t set status = 'paid', status_reason = '', payment_reference = r.payment, paid_on = r.day,
    version = version + 1 from ${records} where t.id = r."trancheId" and r.finding = 'applied' and r.outcome = 'paid'`)
  await tx.execute(sql`update tranches t set status = 'failed', status_reason = r.reason, version = version + 1
    from ${records} where t.id = r."trancheId" and r.finding = 'applied' and r.outcome = 'failed'`)
  await tx.execute(sql`update payment_import_rows p set finding = r.finding,
    applied_at = case when r.finding = 'applied' then ${now.toISOString()}::timestamptz end from ${records} where p.id = r.id`)
  await tx.execute(sql`insert into notifications (id, user_id, kind, case_id, data, at)
    select app_id(), t.requested_by, case r.outcome when 'paid' then 'tranche_paid' else 'tranche_returned' end, t.case_id,
      jsonb_build_object('reference', t.reference, 'trancheId', t.id), ${now.toISOString()}::timestamptz
    from ${records} join tranches t on t.id = r."trancheId" where r.finding = 'applied' and t.requested_by is not null`)
}

type Step = { state: string; rows: number }

/** One chunk. The lock is the transaction's: two drivers never apply the same import, and a driver that dies lets go. */
const applyChunk = command({
  name: 'payments.apply_answers',
  input: importRef,
  async load(context, input) {
    const [free] = await context.tx.execute<{ got: boolean }>(
      sql`select pg_try_advisory_xact_lock(hashtextextended('payment_import' || ${input.importId}::text, 0)) as got`,
    )
    if (!free?.got) return { id: input.importId, state: 'busy', sha256: '' }
    return lockImport(context, input)
  },
  allow: canPay,
  async run(context, _input, found): Promise<Step> {
    if (found.state !== 'running') return { state: found.state, rows: 0 }
    const today = baghdadDay(context.now)
    const waiting = await nextRows(context, found)
    const done = [...waiting].map((row): Done => {
      const answer = readAnswer(row)
      const tranche = {
        status: row.status,
        currency: row.tranche_currency,
        amountMinor: Number(row.amount_minor),
        paymentReference: row.payment,
      }
      const finding = findingOf(answer, tranche, { today, isRepeat: row.is_repeat })
      return {
        id: row.id,
        trancheId: row.tranche_id,
        finding: finding === 'ready' ? 'applied' : finding,
        outcome: answer.outcome ?? '',
        day: answer.paidOn || today,
        payment: answer.paymentReference,
        reason: answer.reason,
      }
    })
    if (done.length > 0) await applyRows(context, done)
    const isLast = done.length < CHUNK
    const state = isLast ? 'done' : 'running'
    await context.tx
      .update(paymentImports)
      .set({
        doneCount: sql`${paymentImports.doneCount} + ${done.length}`,
        state,
        ...(isLast && { finishedAt: context.now }),
      })
      .where(eq(paymentImports.id, found.id))
    return { state, rows: done.length }
  },
})

/** Applies an import chunk by chunk until it is done, cancelled, or someone else is at it. Answers with how it ended. */
export function driveImport(actor: Actor, importId: string): Promise<string> {
  return drive('answers of the bank', 'running', () => applyChunk.execute(actor, { importId }))
}
