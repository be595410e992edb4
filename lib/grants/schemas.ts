import * as z from 'zod/mini'
import { dateField } from '../dates'
import { line, optionalLine, prose, whole } from '../fields'
import { parseMoney } from '../money'

/** Sent with every form about an existing case: which one, and as it was read. */
export const caseRefSchema = z.object({ caseId: z.uuid('errors.notFound'), version: z.coerce.number().check(z.int()) })

export const currency = z.enum(['IQD', 'USD'], 'errors.choose')
/** The largest amount a form takes, in minor units: a milliard dinars. Beyond it is a slip of the hand. */
export const mostMinor = 1_000_000_000_000

/** Reads the named amounts of a form in the form's own currency; `from` decides whether zero is an amount. */
export function inMinor<T extends { currency: 'IQD' | 'USD' }>(
  value: T,
  field: keyof T & string,
  least: 0 | 1,
  issues: z.core.$RefinementCtx['issues'],
): number {
  const minor = parseMoney(String(value[field] ?? ''), value.currency)
  if (minor === null || minor > mostMinor)
    issues.push({ code: 'custom', message: 'errors.money', path: [field], input: value })
  else if (minor < least) issues.push({ code: 'custom', message: 'errors.positive', path: [field], input: value })
  return minor ?? 0
}

const detailsShape = {
  fundingRoundId: z.uuid('errors.choose'),
  form: z.enum(['cash', 'in_kind'], 'errors.choose'),
  currency,
  amount: line(40),
  sector: z.string('errors.choose').check(z.minLength(1, 'errors.choose'), z.maxLength(40)),
  businessKind: z.enum(['new', 'existing'], 'errors.choose'),
  businessName: optionalLine(120),
  purpose: prose(2000, 10),
  monthlyIncome: line(40),
  dependants: whole(0, 40),
  yearsOfExperience: whole(0, 70),
}

type Money = { currency: 'IQD' | 'USD'; amount: string; monthlyIncome: string }

const withMinor = <T extends Money>() =>
  z.transform((value: T, context) => {
    const { amount: _amount, monthlyIncome: _income, ...rest } = value
    const amountMinor = inMinor(value, 'amount', 1, context.issues)
    const income = { currency: 'IQD' as const, monthlyIncome: value.monthlyIncome }
    return { ...rest, amountMinor, monthlyIncomeMinor: inMinor(income, 'monthlyIncome', 0, context.issues) }
  })

const createShape = z.object({ personId: z.uuid('errors.notFound'), ...detailsShape })
const editShape = z.object({ ...caseRefSchema.shape, ...detailsShape })
export const createGrantSchema = z.pipe(createShape, withMinor<z.infer<typeof createShape>>())
export const editGrantSchema = z.pipe(editShape, withMinor<z.infer<typeof editShape>>())

export const screeningSchema = z.extend(caseRefSchema, { remark: optionalLine(1000) })
export const verificationSchema = z.extend(caseRefSchema, {
  visitedOn: dateField(),
  place: line(200),
  findings: prose(4000, 10),
  isConfirmed: z.enum(['yes', 'no'], 'errors.choose'),
})

export const decisionSchema = z.extend(caseRefSchema, {
  outcome: z.enum(['approve', 'reject', 'return'], 'errors.choose'),
  reason: prose(2000, 5),
  shownHash: z.string('errors.unreadable').check(z.regex(/^[0-9a-f]{64}$/, 'errors.unreadable')),
})

export const endSchema = z.extend(caseRefSchema, { reason: prose(1000, 5) })
