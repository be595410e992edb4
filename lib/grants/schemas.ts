import * as z from 'zod/mini'
import { dateField } from '../dates'
import { toAsciiDigits } from '../digits'
import { line, optionalLine, prose, whole } from '../fields'
import { parseMoney } from '../money'

/** Sent with every form about an existing case: which one, and as it was read. */
export const caseRefSchema = z.object({ caseId: z.uuid('errors.notFound'), version: z.coerce.number().check(z.int()) })

const currency = z.enum(['IQD', 'USD'], 'errors.choose')
/** The largest amount a form takes, in minor units: a milliard dinars. Beyond it is a slip of the hand. */
const mostMinor = 1_000_000_000_000

/** Reads the named amounts of a form in the form's own currency; `from` decides whether zero is an amount. */
function inMinor<T extends { currency: 'IQD' | 'USD' }>(
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

const lineShape = z.object({
  item: optionalLine(200),
  quantity: z.optional(z.string()),
  unitPrice: z.optional(z.string()),
})
const planShape = z.extend(caseRefSchema, {
  currency,
  description: prose(4000, 10),
  ownContribution: line(40),
  expectedMonthlyProfit: line(40),
  jobsNowWomenFull: whole(0, 500),
  jobsNowWomenPart: whole(0, 500),
  jobsNowMenFull: whole(0, 500),
  jobsNowMenPart: whole(0, 500),
  jobsPlannedWomenFull: whole(0, 500),
  jobsPlannedWomenPart: whole(0, 500),
  jobsPlannedMenFull: whole(0, 500),
  jobsPlannedMenPart: whole(0, 500),
  lines: z.array(lineShape).check(z.maxLength(40, 'grants.errors.tooManyLines')),
})

/** A plan with its budget lines; empty rows of the table are left out, half-filled ones are pointed at. */
export const planSchema = z.pipe(
  planShape,
  z.transform((value, context) => {
    const { lines, ownContribution: _own, expectedMonthlyProfit: _profit, ...rest } = value
    const read = lines.flatMap((line, index) => {
      const quantity = toAsciiDigits(line.quantity ?? '').trim()
      if (!line.item && !quantity && !line.unitPrice?.trim()) return []
      const at = (field: string, message: string) =>
        context.issues.push({ code: 'custom', message, path: ['lines', index, field], input: line })
      if (!line.item) at('item', 'errors.required')
      if (!/^[1-9]\d{0,5}$/.test(quantity)) at('quantity', 'errors.positive')
      const unitPriceMinor = parseMoney(line.unitPrice ?? '', value.currency)
      if (!unitPriceMinor || unitPriceMinor > mostMinor) at('unitPrice', 'errors.money')
      return [{ item: line.item, quantity: Number(quantity), unitPriceMinor: unitPriceMinor ?? 0 }]
    })
    if (read.length === 0)
      context.issues.push({ code: 'custom', message: 'grants.errors.noLines', path: ['lines'], input: lines })
    return {
      ...rest,
      lines: read,
      ownContributionMinor: inMinor(value, 'ownContribution', 0, context.issues),
      expectedMonthlyProfitMinor: inMinor(value, 'expectedMonthlyProfit', 0, context.issues),
    }
  }),
)

export const decisionSchema = z.extend(caseRefSchema, {
  outcome: z.enum(['approve', 'reject', 'return'], 'errors.choose'),
  reason: prose(2000, 5),
  shownHash: z.string('errors.unreadable').check(z.regex(/^[0-9a-f]{64}$/, 'errors.unreadable')),
})

export const endSchema = z.extend(caseRefSchema, { reason: prose(1000, 5) })
