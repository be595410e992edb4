import * as z from 'zod/mini'
import { dateField } from '../../dates'
import { choice, line, optionalId, prose } from '../../fields'
import { ownerKinds } from './domain'

export const agreeActionSchema = z.object({
  forumId: z.uuid('errors.choose'),
  caseId: optionalId,
  sessionId: optionalId,
  title: line(200),
  ownerKind: choice(ownerKinds),
  ownerName: line(120),
  dueOn: dateField(),
})

const ref = { actionId: z.uuid('errors.notFound'), version: z.coerce.number().check(z.int()) }
export const actionRefSchema = z.object(ref)
export const blockSchema = z.object({ ...ref, blockedBecause: prose(500, 5) })
export const finishSchema = z.object({ ...ref, doneOn: dateField(), evidence: prose(2000, 5) })
export const verifyActionSchema = z.object({ ...ref, sessionId: z.uuid('errors.choose') })
export const sendBackSchema = z.object({ ...ref, reason: prose(500, 5) })
export const escalateSchema = z.object({ ...ref, reason: prose(500, 5) })
export const answerSchema = z.object({ ...ref, answer: prose(2000, 5) })
