import * as z from 'zod/mini'
import { dateField } from '../../dates'
import { line } from '../../fields'
import { parseMoney } from '../../money'
import { caseRefSchema } from '../schemas'

const partShape = z.object({ plannedOn: dateField(), amount: line(40) })

const agreementShape = z.extend(caseRefSchema, {
  currency: z.enum(['IQD', 'USD'], 'errors.choose'),
  parts: z.array(partShape).check(z.minLength(1, 'errors.required'), z.maxLength(6, 'errors.tooLong')),
})

/** The agreement with the day and the amount of each tranche, in the currency of the grant. */
export const agreementSchema = z.pipe(
  agreementShape,
  z.transform(({ parts, ...rest }, context) => ({
    ...rest,
    parts: parts.map(({ plannedOn, amount }, index) => {
      const amountMinor = parseMoney(amount, rest.currency)
      if (!amountMinor || amountMinor > 1_000_000_000_000)
        context.issues.push({
          code: 'custom',
          message: 'errors.money',
          path: ['parts', index, 'amount'],
          input: amount,
        })
      return { plannedOn, amountMinor: amountMinor ?? 0 }
    }),
  })),
)

export const signedSchema = z.extend(caseRefSchema, {
  signedOn: dateField(),
  documentId: z.uuid('errors.choose'),
})
