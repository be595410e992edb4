import * as z from 'zod/mini'
import { dateField } from '../../dates'
import { line, pcode, prose } from '../../fields'
import type { Currency } from '../../format'
import { parseMoney } from '../../money'

/** The largest amount of a source, in minor units: the check of the table. */
const mostMinor = 1_000_000_000_000_000

const currency = z.enum(['IQD', 'USD'], 'errors.choose')
const code = z.pipe(line(30), z.string().check(z.regex(/^[\p{L}\p{N}][\p{L}\p{N}/._ -]*$/u, 'budgets.errors.code')))
const reason = prose(1000, 5)

/** Reads `amount` in the form's own currency. */
function amountOf(
  value: { amount: string; currency: Currency },
  least: 0 | 1,
  issues: z.core.$RefinementCtx['issues'],
): number {
  const minor = parseMoney(value.amount, value.currency)
  if (minor === null || minor > mostMinor)
    issues.push({ code: 'custom', message: 'errors.money', path: ['amount'], input: value })
  else if (minor < least) issues.push({ code: 'custom', message: 'errors.positive', path: ['amount'], input: value })
  return minor ?? 0
}

/** One ticked box arrives as a text, several as a list, none not at all. */
const districts = z.pipe(
  z.optional(z.union([z.string(), z.array(z.string())])),
  z.pipe(
    z.transform((value: string | string[] | undefined) => (value === undefined ? [] : [value].flat())),
    z.array(pcode).check(z.maxLength(60)),
  ),
)

const sourceShape = z.object({
  code,
  donorEn: line(120),
  donorAr: line(120),
  amount: line(40),
  currency,
  startsOn: dateField(),
  endsOn: dateField(),
  districts,
  reason,
})

export const sourceSchema = z.pipe(
  sourceShape,
  z.transform((value: z.infer<typeof sourceShape>, context) => {
    if (value.startsOn && value.endsOn && value.endsOn < value.startsOn)
      context.issues.push({ code: 'custom', message: 'budgets.errors.endsBefore', path: ['endsOn'], input: value })
    const { amount: _amount, ...rest } = value
    return { ...rest, amountMinor: amountOf(value, 1, context.issues) }
  }),
)

const lineShape = z.object({
  sourceId: z.uuid('errors.notFound'),
  code,
  nameEn: line(120),
  nameAr: line(120),
  amount: line(40),
  currency,
  reason,
})

export const lineSchema = z.pipe(
  lineShape,
  z.transform((value: z.infer<typeof lineShape>, context) => {
    const { amount: _amount, ...rest } = value
    return { ...rest, amountMinor: amountOf(value, 1, context.issues) }
  }),
)

const amountShape = z.object({ lineId: z.uuid('errors.notFound'), amount: line(40), currency, reason })

export const changeAmountSchema = z.pipe(
  amountShape,
  z.transform((value: z.infer<typeof amountShape>, context) => ({
    lineId: value.lineId,
    currency: value.currency,
    reason: value.reason,
    amountMinor: amountOf(value, 0, context.issues),
  })),
)

export const closeSchema = z.object({
  kind: z.enum(['close_source', 'close_line'], 'errors.choose'),
  id: z.uuid('errors.notFound'),
  reason,
})

export const changeDecisionSchema = z.object({
  changeId: z.uuid('errors.notFound'),
  outcome: z.enum(['approved', 'declined'], 'errors.choose'),
})

/** Dinars for one dollar, as people say it: `1,310`. Between 100 and 100,000, or it is a slip of the hand. */
export const rateSchema = z.pipe(
  z.object({ rate: line(20), day: dateField() }),
  z.transform(({ rate, day }: { rate: string; day: string }, context) => {
    const fils = parseMoney(rate, 'IQD')
    if (fils === null || fils < 100_000 || fils > 100_000_000)
      context.issues.push({ code: 'custom', message: 'budgets.errors.rate', path: ['rate'], input: rate })
    return { filsPerDollar: fils ?? 0, day }
  }),
)
