import * as z from 'zod/mini'
import { dateField } from '../../dates'
import { toAsciiDigits } from '../../digits'
import { choice, line, optionalLine, optionalWhole, whole } from '../../fields'
import { parseMoney } from '../../money'
import { askedValues, type QuotaDimension, quotaDimensions, quotaField } from './rules'

/** The largest ceiling a form takes, in minor units; beyond it is a slip of the hand. */
const mostMinor = 1_000_000_000_000

/** Percents in order, such as `40/40/20`: one to six parts that make a hundred. Issue: rounds.errors.split. */
const split = z.pipe(
  line(40),
  z.pipe(
    z.transform((text: string, context) => {
      const parts = toAsciiDigits(text)
        .split(/[^\d]+/)
        .filter(Boolean)
        .map(Number)
      const isWhole = parts.length >= 1 && parts.length <= 6 && parts.every((part) => part > 0)
      if (isWhole && parts.reduce((sum, part) => sum + part, 0) === 100) return parts
      context.issues.push({ code: 'custom', message: 'rounds.errors.split', input: text })
      return [100]
    }),
    z.array(z.number()),
  ),
)

const districtList = z.pipe(
  z.optional(z.union([z.string(), z.array(z.string()).check(z.maxLength(200, 'errors.tooLong'))])),
  z.pipe(
    z.transform((value: string | string[] | undefined) =>
      [...new Set(typeof value === 'string' ? [value] : (value ?? []))].filter(Boolean),
    ),
    z.array(z.string().check(z.regex(/^IQ[A-Z0-9]{3,12}$/, 'errors.choose'))),
  ),
)

export type Quota = { dimension: QuotaDimension; value: string; percent: number }

/** The percents of the form, one field each; per dimension at most a hundred. Issue on the first of it: rounds.errors.quota. */
const quotas = z.pipe(
  z.optional(z.record(z.string(), z.string().check(z.maxLength(20, 'errors.whole')))),
  z.transform((fields: Record<string, string> | undefined, context): Quota[] => {
    const read: Quota[] = []
    for (const dimension of quotaDimensions) {
      let sum = 0
      for (const value of askedValues[dimension]) {
        const name = quotaField(dimension, value)
        const text = toAsciiDigits(fields?.[name] ?? '').trim()
        if (text === '') continue
        const percent = /^\d{1,3}$/.test(text) ? Number(text) : Number.NaN
        if (!(percent <= 100)) {
          context.issues.push({ code: 'custom', message: 'errors.whole', path: [name], input: text })
          continue
        }
        sum += percent
        read.push({ dimension, value, percent })
      }
      if (sum > 100) {
        const name = quotaField(dimension, askedValues[dimension][0] ?? '')
        context.issues.push({ code: 'custom', message: 'rounds.errors.quota', path: [name], input: fields })
      }
    }
    return read
  }),
)

const roundShape = {
  nameAr: line(120),
  nameEn: line(120),
  closesOn: dateField(),
  targetGrants: optionalWhole(1, 9999, 'errors.whole'),
  noticeAr: optionalLine(4000),
  noticeEn: optionalLine(4000),
  trancheSplit: split,
  monitoringPercent: whole(1, 100),
  districts: districtList,
  quotas,
}

/** What stays once someone has applied by it. */
const rulesShape = {
  opensOn: dateField(),
  currency: choice(['IQD', 'USD']),
  amount: line(40),
  minAge: whole(0, 120),
  quietDays: whole(0, 3650),
}

type Rules = { opensOn: string; closesOn: string; currency: 'IQD' | 'USD'; amount: string }

const rulesHold = z.check<Rules>((payload) => {
  const { value, issues } = payload
  const minor = parseMoney(value.amount, value.currency)
  if (minor === null || minor > mostMinor)
    issues.push({ code: 'custom', message: 'errors.money', path: ['amount'], input: value.amount })
  else if (minor < 1) issues.push({ code: 'custom', message: 'errors.positive', path: ['amount'], input: value.amount })
  if (value.closesOn && value.opensOn && value.closesOn < value.opensOn)
    issues.push({ code: 'custom', message: 'rounds.errors.endBeforeStart', path: ['closesOn'], input: value.closesOn })
})

const withMinor = <T extends Rules>() =>
  z.transform(({ amount, ...rest }: T) => ({ ...rest, maxAmountMinor: parseMoney(amount, rest.currency) ?? 0 }))

const roundRef = { fundingRoundId: z.uuid('errors.notFound'), version: z.coerce.number().check(z.int()) }

const createShape = z
  .object({
    code: z.pipe(line(20), z.string().check(z.toUpperCase(), z.regex(/^[A-Z0-9][A-Z0-9-]*$/, 'rounds.errors.code'))),
    ...roundShape,
    ...rulesShape,
  })
  .check(rulesHold)
export const createRoundSchema = z.pipe(createShape, withMinor<z.infer<typeof createShape>>())

const editShape = z.object({ ...roundRef, ...roundShape, ...rulesShape }).check(rulesHold)
/** While nobody has applied: everything but the code. */
export const editRoundSchema = z.pipe(editShape, withMinor<z.infer<typeof editShape>>())
/** Once someone has: names, end, notices, target, tranches and visits to come. */
export const amendRoundSchema = z.object({ ...roundRef, ...roundShape })
