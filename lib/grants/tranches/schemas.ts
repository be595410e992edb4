import * as z from 'zod/mini'
import { dateField } from '../../dates'
import { line, optionalLine, prose } from '../../fields'
import { parseMoney } from '../../money'
import { trancheChannels } from './machine'

export const trancheRef = z.object({ trancheId: z.uuid('errors.notFound'), version: z.coerce.number().check(z.int()) })

const channel = z.enum(trancheChannels, 'errors.choose')
const reason = prose(1000, 5)

export const reasonSchema = z.extend(trancheRef, { reason })
export const paidSchema = z.extend(trancheRef, { paymentReference: line(80), paidOn: dateField() })
export const receiptSchema = z.extend(trancheRef, { receivedOn: dateField() })
export const milestoneSchema = z.extend(trancheRef, { finding: prose(4000, 10) })

/** Channels other than cash need to know where to. */
const withAccount = <T extends { channel: string; payeeAccount: string }>() =>
  z.transform((value: T, context) => {
    if (value.channel !== 'cash' && value.payeeAccount === '')
      context.issues.push({ code: 'custom', message: 'payments.errors.account', path: ['payeeAccount'], input: value })
    return value
  })

const requestShape = z.extend(trancheRef, { channel, payeeName: line(120), payeeAccount: optionalLine(80) })
export const requestSchema = z.pipe(requestShape, withAccount<z.infer<typeof requestShape>>())

const currency = z.enum(['IQD', 'USD'], 'errors.choose')

/** The plan of a tranche; the amount only while the agreement is not signed yet. */
export const planTrancheSchema = z.pipe(
  z.extend(trancheRef, { plannedOn: dateField(), currency, amount: z.optional(line(40)) }),
  z.transform(({ amount, ...rest }, context) => {
    const amountMinor = amount === undefined ? null : parseMoney(amount, rest.currency)
    if (amount !== undefined && amountMinor === null)
      context.issues.push({ code: 'custom', message: 'errors.money', path: ['amount'], input: amount })
    if (amountMinor === 0)
      context.issues.push({ code: 'custom', message: 'errors.positive', path: ['amount'], input: amount })
    return { ...rest, amountMinor }
  }),
)

export const recoverSchema = z.pipe(
  z.extend(trancheRef, { currency, amount: line(40), reason }),
  z.transform(({ amount, ...rest }, context) => {
    const amountMinor = parseMoney(amount, rest.currency)
    if (amountMinor === null)
      context.issues.push({ code: 'custom', message: 'errors.money', path: ['amount'], input: amount })
    else if (amountMinor === 0)
      context.issues.push({ code: 'custom', message: 'errors.positive', path: ['amount'], input: amount })
    return { ...rest, amountMinor: amountMinor ?? 0 }
  }),
)
