import * as z from 'zod/mini'
import { dateField } from '../dates'
import { cleanLines } from '../digits'
import { line, prose } from '../fields'

export const caseIdSchema = z.object({ caseId: z.uuid('errors.notFound') })
export const caseRefSchema = z.extend(caseIdSchema, { version: z.coerce.number().check(z.int()) })

export const noteSchema = z.extend(caseIdSchema, { body: prose(4000) })
export const taskSchema = z.extend(caseIdSchema, {
  title: line(200),
  assigneeId: z.uuid('errors.choose'),
  dueOn: dateField(),
})
export const taskDoneSchema = z.object({ taskId: z.uuid('errors.notFound') })
/** Who and where to: `userId:teamId` of one membership, so that one choice says both. */
const seat = z.pipe(
  z.string('errors.choose').check(z.regex(/^[0-9a-f-]{36}:[0-9a-f-]{36}$/, 'errors.choose')),
  z.transform((text) => ({ userId: text.slice(0, 36), teamId: text.slice(37) })),
)
export const assignSchema = z.extend(caseRefSchema, { to: seat })
export const offerTransferSchema = z.extend(caseRefSchema, { to: seat, reason: prose(1000) })
export const answerTransferSchema = z.extend(caseIdSchema, {
  answer: z.enum(['accept', 'decline'], 'errors.choose'),
  reason: z.pipe(
    z.optional(z.string()),
    z.transform((text) => cleanLines(text ?? '').slice(0, 1000)),
  ),
})
