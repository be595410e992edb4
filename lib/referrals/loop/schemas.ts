import * as z from 'zod/mini'
import { caseIdSchema } from '../../cases/schemas'
import { dateField } from '../../dates'
import { choice, choices, optionalProse } from '../../fields'
import { releasableFields } from '../../people/domain'
import { timeOfDay } from '../../time-of-day'
import { outcomes, rejectReasons } from '../domain'

const version = z.coerce.number().check(z.int())

/** What a facility's page sends, by its deed. */
export const pageAnswerSchema = z.discriminatedUnion('deed', [
  z.object({ version, deed: z.enum(['receive', 'accept', 'attend', 'miss', 'resume']) }),
  z.object({ version, deed: z.literal('reject'), rejectReason: choice(rejectReasons) }),
  z.object({ version, deed: z.literal('set_appointment'), on: dateField(), at: timeOfDay }),
  /** `remark`: a diagnosis or advice, for the health staff of the case only. */
  z.object({ version, deed: z.literal('complete'), outcome: choice(outcomes), remark: optionalProse(4000) }),
])
export type PageAnswer = z.infer<typeof pageAnswerSchema>

/** What staff told a facility by phone or on paper. */
export const toldFieldsSchema = z.extend(caseIdSchema, {
  channel: choice(['phone', 'paper']),
  fields: choices(releasableFields),
})
