import * as z from 'zod/mini'
import { dateField } from '../../dates'
import { choice, line, optionalProse, prose, whole } from '../../fields'
import { parseMoney } from '../../money'
import { businessStates, receivedAnswers } from './domain'

const shape = z.object({
  visitId: z.uuid('errors.notFound'),
  visitedOn: dateField(),
  received: choice(receivedAnswers),
  business: choice(businessStates),
  currency: z.enum(['IQD', 'USD'], 'errors.choose'),
  monthlyProfit: line(40),
  jobsWomenFull: whole(0, 500),
  jobsWomenPart: whole(0, 500),
  jobsMenFull: whole(0, 500),
  jobsMenPart: whole(0, 500),
  satisfaction: whole(1, 5),
  remark: optionalProse(2000),
  safety: z.enum(['yes', 'no'], 'errors.choose'),
  safetyBody: optionalProse(2000),
})

/** A visit as it was made. What is said about safety must be said when there is something, and only then. */
export const visitSchema = z.pipe(
  shape,
  z.transform(({ monthlyProfit, safety, ...rest }: z.infer<typeof shape>, context) => {
    const monthlyProfitMinor = parseMoney(monthlyProfit, rest.currency)
    if (monthlyProfitMinor === null || monthlyProfitMinor > 1_000_000_000_000)
      context.issues.push({ code: 'custom', message: 'errors.money', path: ['monthlyProfit'], input: monthlyProfit })
    const hasSafetyIssue = safety === 'yes'
    if (hasSafetyIssue && rest.safetyBody.length < 5)
      context.issues.push({ code: 'custom', message: 'monitoring.errors.safetyBody', path: ['safetyBody'], input: '' })
    if (!hasSafetyIssue && rest.safetyBody !== '')
      context.issues.push({ code: 'custom', message: 'monitoring.errors.safetyNo', path: ['safety'], input: '' })
    return { ...rest, monthlyProfitMinor: monthlyProfitMinor ?? 0, hasSafetyIssue }
  }),
)

export const handleSchema = z.object({ concernId: z.uuid('errors.notFound'), handling: prose(2000, 5) })
