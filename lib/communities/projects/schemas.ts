import * as z from 'zod/mini'
import { dateField } from '../../dates'
import { toAsciiDigits } from '../../digits'
import { choice, line, optionalLine, optionalProse, pcode, prose, whole } from '../../fields'
import type { Currency } from '../../format'
import { parseMoney } from '../../money'
import { mostInstalments, mostLines, projectKinds } from './domain'

export const ref = { projectId: z.uuid('errors.notFound'), version: z.coerce.number().check(z.int()) }
export const projectRefSchema = z.object(ref)

const facts = {
  titleAr: line(160),
  titleEn: line(160),
  kind: choice(projectKinds),
  locationPcode: pcode,
  description: optionalProse(2000),
}
const currency = choice(['IQD', 'USD'])

export const identifySchema = z.object({
  ...facts,
  teamId: z.uuid('errors.choose'),
  currency,
  /** The need that it shall answer, when it was begun from one. */
  needId: z.optional(z.uuid('errors.notFound')),
})
export const editProjectSchema = z.object({ ...ref, ...facts })

export const assessSchema = z.object({ ...ref, assessment: prose(4000, 10) })
export const prioritiseSchema = z.object({ ...ref, priority: prose(2000, 10) })
export const designSchema = z.object({ ...ref, design: prose(4000, 10) })
export const suspendSchema = z.object({ ...ref, suspendedBecause: prose(1000, 5) })
export const cancelSchema = z.object({ ...ref, reason: prose(1000, 5) })
export const handOverSchema = z.object({
  ...ref,
  operator: line(160),
  maintenance: prose(2000, 10),
  handedOverOn: dateField(),
})
export const liabilitySchema = z.object({ ...ref, liabilityEndsOn: dateField() })
export const closeSchema = z.object({ ...ref, result: prose(4000, 10) })

/** An amount in the project's currency, which the form carries. */
const amountIn = (amount: string, of: Currency): number | null => {
  const minor = parseMoney(amount, of)
  return minor !== null && minor >= 1 && minor <= 100_000_000_000_000 ? minor : null
}

const contractShape = z.object({
  ...ref,
  currency,
  contractor: line(160),
  contractNumber: optionalLine(60),
  value: line(40),
  contractSignedOn: dateField(),
  worksEndOn: dateField(),
})
export const contractSchema = z.pipe(
  contractShape,
  z.transform(({ value, ...rest }: z.infer<typeof contractShape>, context) => {
    const contractValueMinor = amountIn(value, rest.currency)
    const wrong = (path: string, message: string) =>
      context.issues.push({ code: 'custom', message, path: [path], input: null })
    if (contractValueMinor === null) wrong('value', 'errors.money')
    if (rest.worksEndOn && rest.contractSignedOn && rest.worksEndOn < rest.contractSignedOn)
      wrong('worksEndOn', 'projects.errors.endsBefore')
    return { ...rest, contractValueMinor: contractValueMinor ?? 0 }
  }),
)

/** A quantity in thousandths of its unit: up to three decimals, in any digits. */
function thousandthsOf(text: string): number | null {
  const plain = toAsciiDigits(text)
    .replace(/[\s,٬]/g, '')
    .replace('٫', '.')
  const match = /^(\d{1,7})(?:\.(\d{1,3}))?$/.exec(plain)
  const value = match ? Number(match[1]) * 1000 + Number((match[2] ?? '').padEnd(3, '0')) : 0
  return value >= 1 && value <= 1_000_000_000 ? value : null
}

const isTouched = (row: unknown) =>
  typeof row === 'object' &&
  row !== null &&
  Object.values(row).some((value) => typeof value === 'string' && value.trim() !== '')
/** Rows that nobody touched are left out. */
const touched = <T extends z.ZodMiniType>(shape: T) =>
  z.pipe(
    z.optional(z.array(z.unknown())),
    z.pipe(
      z.transform((rows: unknown[] | undefined) => (rows ?? []).map((row) => (isTouched(row) ? row : null))),
      z.array(z.nullable(shape)),
    ),
  )

const lineShape = z.object({ item: line(200), unit: line(30), quantity: line(20), price: line(40) })
const billShape = z.object({ ...ref, currency, lines: touched(lineShape) })
export const billSchema = z.pipe(
  billShape,
  z.transform(({ lines, ...rest }: z.infer<typeof billShape>, context) => {
    const wrong = (path: (string | number)[], message: string) =>
      context.issues.push({ code: 'custom', message, path, input: null })
    const kept = lines.flatMap((row, at) => {
      if (!row) return []
      const quantityThousandths = thousandthsOf(row.quantity)
      const unitPriceMinor = parseMoney(row.price, rest.currency)
      if (quantityThousandths === null) wrong(['lines', at, 'quantity'], 'projects.errors.quantity')
      if (unitPriceMinor === null || unitPriceMinor < 1 || unitPriceMinor > 1_000_000_000_000)
        wrong(['lines', at, 'price'], 'errors.money')
      return [
        {
          item: row.item,
          unit: row.unit,
          quantityThousandths: quantityThousandths ?? 1,
          unitPriceMinor: unitPriceMinor ?? 1,
        },
      ]
    })
    if (kept.length === 0) wrong(['lines'], 'projects.errors.noLines')
    if (kept.length > mostLines) wrong(['lines'], 'projects.errors.tooMany')
    return { ...rest, lines: kept }
  }),
)

const instalmentShape = z.object({ percent: whole(1, 100), amount: line(40) })
const instalmentsShape = z.object({ ...ref, currency, instalments: touched(instalmentShape) })
export const instalmentsSchema = z.pipe(
  instalmentsShape,
  z.transform(({ instalments, ...rest }: z.infer<typeof instalmentsShape>, context) => {
    const wrong = (path: (string | number)[], message: string) =>
      context.issues.push({ code: 'custom', message, path, input: null })
    const kept = instalments.flatMap((row, at) => {
      if (!row) return []
      const amountMinor = amountIn(row.amount, rest.currency)
      if (amountMinor === null) wrong(['instalments', at, 'amount'], 'errors.money')
      return [{ percent: row.percent, amountMinor: amountMinor ?? 1 }]
    })
    if (kept.length === 0) wrong(['instalments'], 'projects.errors.noInstalments')
    if (kept.length > mostInstalments) wrong(['instalments'], 'projects.errors.tooMany')
    return { ...rest, instalments: kept }
  }),
)
export const payInstalmentSchema = z.object({
  ...ref,
  instalmentId: z.uuid('errors.notFound'),
  paidOn: dateField(),
  paymentReference: line(80),
})

export const linkProjectSchema = z.object({ projectId: z.uuid('errors.notFound'), needId: z.uuid('errors.choose') })
