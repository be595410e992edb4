import { parseDate } from '../../../dates'
import { cleanText, toAsciiDigits } from '../../../digits'
import type { Currency } from '../../../format'
import { parseMoney } from '../../../money'
import { plainHead } from '../../../sheets/heads'

/** What a row of a bank's answers comes to; `ready` rows change something, `applied` ones did, the others say why not. */
export const findings = [
  'ready',
  'applied',
  'already',
  'unknown_reference',
  'wrong_amount',
  'wrong_currency',
  'wrong_state',
  'duplicate',
  'unreadable_amount',
  'unreadable_date',
  'unreadable_answer',
] as const
export type Finding = (typeof findings)[number]

export const answerFields = [
  'reference',
  'amount',
  'currency',
  'answer',
  'paymentReference',
  'paidOn',
  'reason',
] as const
export type AnswerField = (typeof answerFields)[number]
export type AnswerRow = Record<AnswerField, string>

/** Heads of columns as banks and agents write them, in the two languages; compared without case, marks and spaces. */
const heads: Record<AnswerField, readonly string[]> = {
  reference: ['reference', 'our reference', 'tranche', 'المرجع', 'رقم المرجع', 'مرجعنا', 'رقم الدفعة'],
  amount: ['amount', 'value', 'المبلغ', 'القيمة'],
  currency: ['currency', 'العملة'],
  answer: ['result', 'answer', 'status', 'النتيجة', 'الحالة', 'الجواب'],
  paymentReference: [
    'bank reference',
    'payment reference',
    'transaction',
    'transaction id',
    'مرجع المصرف',
    'مرجع البنك',
    'رقم العملية',
    'رقم الحوالة',
  ],
  paidOn: ['date', 'paid on', 'payment date', 'value date', 'التاريخ', 'تاريخ الصرف', 'تاريخ الدفع'],
  reason: ['reason', 'remark', 'note', 'السبب', 'الملاحظات', 'ملاحظة'],
}

const fieldOf = new Map(answerFields.flatMap((field) => heads[field].map((head) => [plainHead(head), field] as const)))

const needed: readonly AnswerField[] = ['reference', 'amount', 'currency', 'answer']

/** Rows by field out of a table, or the fields whose column is missing or stands twice. Columns that nobody knows are left out. */
export function answersOf(table: {
  header: readonly string[]
  rows: readonly (readonly string[])[]
}): { rows: AnswerRow[] } | { missing: AnswerField[] } | { twice: AnswerField[] } {
  const at = new Map<AnswerField, number>()
  const twice: AnswerField[] = []
  table.header.forEach((head, index) => {
    const field = fieldOf.get(plainHead(head))
    if (!field) return
    if (at.has(field)) twice.push(field)
    else at.set(field, index)
  })
  if (twice.length > 0) return { twice }
  const missing = needed.filter((field) => !at.has(field))
  if (missing.length > 0) return { missing }
  const cell = (row: readonly string[], field: AnswerField) => cleanText(row[at.get(field) ?? -1] ?? '').slice(0, 200)
  return {
    rows: table.rows.map((row) => ({
      reference: cell(row, 'reference'),
      amount: cell(row, 'amount'),
      currency: cell(row, 'currency'),
      answer: cell(row, 'answer'),
      paymentReference: cell(row, 'paymentReference'),
      paidOn: cell(row, 'paidOn'),
      reason: cell(row, 'reason'),
    })),
  }
}

/** A reference as ours is written: `GRT-2026-00042/2`, whatever digits, case and spaces the bank made of it. */
export function plainReference(text: string): string {
  return toAsciiDigits(text)
    .toUpperCase()
    .replace(/\s/g, '')
    .replace(/[–—−]/g, '-')
    .replace(/[\\⁄∕]/g, '/')
}

const paidWords = new Set([
  'paid',
  'success',
  'successful',
  'ok',
  'done',
  'completed',
  'مدفوع',
  'مدفوعه',
  'صرفت',
  'تمالصرف',
  'تم',
  'ناجحه',
  'ناجح',
])
const failedWords = new Set([
  'failed',
  'rejected',
  'returned',
  'error',
  'unpaid',
  'فشل',
  'فشلت',
  'مرفوض',
  'مرفوضه',
  'مرتجع',
  'مرتجعه',
  'تعذر',
  'تعذرالصرف',
  'لميصرف',
])
const plainWord = (text: string) => plainHead(text).replace(/ة/g, 'ه')

const currencyWords: Record<string, Currency> = {
  iqd: 'IQD',
  dinar: 'IQD',
  دينار: 'IQD',
  دينارعراقي: 'IQD',
  دع: 'IQD',
  usd: 'USD',
  dollar: 'USD',
  دولار: 'USD',
  دولارامريكي: 'USD',
}

/** What an answer says, as far as it can be read. */
export type ReadAnswer = {
  reference: string
  outcome: 'paid' | 'failed' | null
  currency: Currency | null
  amountMinor: number | null
  /** Null when it cannot be read; the empty text when none is given. */
  paidOn: string | null
  paymentReference: string
  reason: string
}

/** Reads one row: digits of any script, separators, words of both languages. */
export function readAnswer(row: AnswerRow): ReadAnswer {
  const word = plainWord(row.answer)
  const currency = currencyWords[plainHead(row.currency)] ?? null
  const minus = /^\s*[-−(]/.test(row.amount)
  return {
    reference: plainReference(row.reference),
    outcome: paidWords.has(word) ? 'paid' : failedWords.has(word) ? 'failed' : null,
    currency,
    amountMinor: minus || currency === null ? null : parseMoney(row.amount, currency) || null,
    paidOn: row.paidOn === '' ? '' : parseDate(row.paidOn),
    paymentReference: row.paymentReference,
    reason: row.reason || row.answer,
  }
}

/** A tranche as an answer is held against it. */
export type AnsweredTranche = { status: string; currency: string; amountMinor: number; paymentReference: string }

const afterPaid = ['paid', 'receipt_confirmed', 'milestone_verified', 'recovered', 'written_off']

/**
 * What an answer comes to, the reader's own mistakes first.
 * @param isRepeat whether this very answer was applied from the same file before
 */
export function findingOf(
  answer: ReadAnswer,
  tranche: AnsweredTranche | null,
  { today, isRepeat }: { today: string; isRepeat: boolean },
): Finding {
  if (answer.outcome === null) return 'unreadable_answer'
  if (answer.currency === null) return 'wrong_currency'
  if (answer.amountMinor === null) return 'unreadable_amount'
  if (answer.paidOn === null || answer.paidOn > today) return 'unreadable_date'
  if (!tranche) return 'unknown_reference'
  if (tranche.currency !== answer.currency) return 'wrong_currency'
  if (tranche.amountMinor !== answer.amountMinor) return 'wrong_amount'
  if (isRepeat) return 'already'
  const isSame = answer.paymentReference === '' || tranche.paymentReference === answer.paymentReference
  if (answer.outcome === 'paid' && afterPaid.includes(tranche.status)) return isSame ? 'already' : 'wrong_state'
  if (answer.outcome === 'failed' && tranche.status === 'failed') return 'already'
  return tranche.status === 'released' ? 'ready' : 'wrong_state'
}
