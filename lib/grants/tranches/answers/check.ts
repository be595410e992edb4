import { createHash } from 'node:crypto'
import { sql } from 'drizzle-orm'
import * as z from 'zod/mini'
import { paymentImports } from '../../../../db/schema/tranches'
import type { Actor } from '../../../auth/actor'
import { may } from '../../../auth/roles'
import { type Call, type Context, command } from '../../../commands/command'
import type { Refusal, Result } from '../../../commands/result'
import { cleanText } from '../../../digits'
import { baghdadDay } from '../../../format'
import { newId } from '../../../ids'
import { SheetError } from '../../../sheets/problem'
import { readTable } from '../../../sheets/read-table'
import { type AnsweredTranche, type AnswerRow, answersOf, type Finding, findingOf, readAnswer } from './domain'

/** A bank file of a round has some hundred rows; this is far beyond, and still read in seconds. */
const mostRows = 20_000

const text = z.string().check(z.maxLength(200))
const rowSchema = z.object({
  reference: text,
  amount: text,
  currency: text,
  answer: text,
  paymentReference: text,
  paidOn: text,
  reason: text,
})

export const canPay = (actor: Actor) => actor.programmes.includes('livelihoods') && may(actor, 'payments.release')

/** The tranches that are answered, by reference, in one statement. */
async function trancheByReference({ tx }: Context, references: readonly string[]) {
  const rows = await tx.execute<{
    id: string
    reference: string
    status: string
    currency: string
    amount: string
    payment: string
  }>(sql`select t.id, t.reference, t.status, t.currency, t.amount_minor as amount, t.payment_reference as payment
      from tranches t join jsonb_array_elements_text(${JSON.stringify(references)}::jsonb) r on r = t.reference`)
  return new Map(
    [...rows].map((row) => {
      const tranche: AnsweredTranche = {
        status: row.status,
        currency: row.currency,
        amountMinor: Number(row.amount),
        paymentReference: row.payment,
      }
      return [row.reference, { id: row.id, tranche }] as const
    }),
  )
}

/** Keeps the rows of a file with what each comes to. Nothing is changed yet. */
const keepAnswers = command({
  name: 'payments.check_answers',
  input: z.object({
    fileName: z.string().check(z.maxLength(120)),
    sha256: z.string(),
    rows: z.array(rowSchema).check(z.maxLength(mostRows)),
  }),
  allow: canPay,
  async run(context, { fileName, sha256, rows }) {
    const { tx, actor, now } = context
    const importId = newId(now)
    const answers = rows.map((row: AnswerRow) => readAnswer(row))
    const known = await trancheByReference(context, [...new Set(answers.map((answer) => answer.reference))])
    const repeats = await tx.execute<{ reference: string }>(sql`select distinct t.reference from payment_imports i
      join payment_import_rows r on r.import_id = i.id and r.applied_at is not null join tranches t on t.id = r.tranche_id where i.sha256 = ${sha256}`)
    const repeated = new Set([...repeats].map((row) => row.reference))
    const seen = new Set<string>()
    const today = baghdadDay(now)
    const kept = rows.map((row, index) => {
      const answer = answers[index] ?? readAnswer(row)
      const found = known.get(answer.reference)
      const isTwice = seen.has(answer.reference)
      seen.add(answer.reference)
      const isRepeat = repeated.has(answer.reference)
      const finding: Finding = isTwice ? 'duplicate' : findingOf(answer, found?.tranche ?? null, { today, isRepeat })
      return { id: newId(now), position: index + 1, ...row, trancheId: found?.id ?? null, finding }
    })
    await tx.insert(paymentImports).values({
      id: importId,
      fileName,
      sha256,
      rowCount: rows.length,
      importedBy: actor.userId,
      importedAt: now,
    })
    await tx.execute(sql`insert into payment_import_rows (id, import_id, position, reference, amount, currency, answer,
        payment_reference, paid_on, reason, tranche_id, finding)
      select r.id, ${importId}::uuid, r.position, r.reference, r.amount, r.currency, r.answer, r."paymentReference", r."paidOn", r.reason,
        r."trancheId", r.finding
      from jsonb_to_recordset(${JSON.stringify(kept)}::jsonb) r(id uuid, position int, reference text, amount text, currency text, answer text,
        "paymentReference" text, "paidOn" text, reason text, "trancheId" uuid, finding text)`)
    return { importId }
  },
})

/** Reads a file of answers and keeps it to be looked at; refused with what is wrong with the file as a whole. */
export async function checkAnswers(
  actor: Actor,
  file: { name: string; bytes: Uint8Array },
  call: Call = {},
): Promise<Result<{ importId: string }>> {
  const refusal = (reason: Refusal): Result<never> => ({ ok: false, code: 'refused', reasons: [reason] })
  try {
    const found = answersOf(await readTable(file.bytes, { rows: mostRows }))
    if ('missing' in found) return refusal({ key: `payments.answers.missing.${found.missing[0]}` })
    if ('twice' in found) return refusal({ key: `payments.answers.twice.${found.twice[0]}` })
    const sha256 = createHash('sha256').update(file.bytes).digest('hex')
    return await keepAnswers.execute(
      actor,
      { fileName: cleanText(file.name).slice(0, 120), sha256, rows: found.rows },
      call,
    )
  } catch (error) {
    if (error instanceof SheetError) return refusal({ key: error.key, params: error.params })
    throw error
  }
}
