import * as z from 'zod/mini'
import { caseRefSchema } from '../cases/schemas'
import { dateField } from '../dates'
import {
  choice,
  choices,
  optionalChoice,
  optionalId,
  optionalLine,
  optionalProse,
  optionalWhole,
  prose,
} from '../fields'
import { consentLanguages, consentMethods, releasableFields } from '../people/domain'
import { timeOfDay } from '../time-of-day'
import {
  answerSources,
  attemptKinds,
  attemptResults,
  healthServices,
  helpedAnswers,
  outcomes,
  priorities,
  rejectReasons,
  transportSupports,
} from './domain'

/** How it may be sent: by a consent that is there, one that is given now, or in an emergency without. */
export const consentModes = ['existing', 'new', 'emergency'] as const

const detailsShape = {
  service: choice(healthServices),
  priority: choice(priorities),
  facilityId: z.uuid('errors.choose'),
  transport: z._default(choice(transportSupports), 'none'),
  reason: prose(4000, 5),
  diagnosis: optionalProse(4000),
  consent: choice(consentModes),
  consentId: optionalId,
  method: optionalChoice(consentMethods),
  language: optionalChoice(consentLanguages),
  textVersion: optionalLine(20),
  guardianName: optionalLine(120),
  witnessName: optionalLine(120),
  releasedFields: choices(releasableFields),
  emergencyReason: optionalProse(1000),
  /** What the pressed button says: send it now, or keep it as a draft. */
  next: z._default(choice(['send', 'draft']), 'send'),
}

type Details = {
  consent: string
  consentId: string | null
  method: string | null
  priority: string
  emergencyReason: string
}

/** What each way of consent needs. The command asks again what only the records can tell. */
const wholeConsent = <T extends Details>() =>
  z.transform((value: T, context): T => {
    const lacks = (path: string, message: string) =>
      context.issues.push({ code: 'custom', message, path: [path], input: null })
    if (value.consent === 'existing' && !value.consentId) lacks('consentId', 'errors.choose')
    if (value.consent === 'new' && !value.method) lacks('method', 'errors.choose')
    if (value.consent === 'emergency') {
      if (value.priority !== 'emergency_24h') lacks('consent', 'referrals.errors.notEmergency')
      if (value.emergencyReason.length < 5) lacks('emergencyReason', 'errors.tooShort')
    }
    return value
  })

const createShape = z.object({
  personId: z.uuid('errors.notFound'),
  /** The referral that this one takes up again. */
  previousCaseId: optionalId,
  ...detailsShape,
})
const editShape = z.object({ ...caseRefSchema.shape, ...detailsShape })
export const createReferralSchema = z.pipe(createShape, wholeConsent<z.infer<typeof createShape>>())
export const editReferralSchema = z.pipe(editShape, wholeConsent<z.infer<typeof editShape>>())
export type ReferralInput = Omit<z.infer<typeof createShape>, 'personId' | 'previousCaseId'>

/** What a facility did, told by someone: each has its own few facts. */
const told = { ...caseRefSchema.shape, source: choice(answerSources) }
export const toldSchema = z.object(told)
export const rejectSchema = z.object({ ...told, rejectReason: choice(rejectReasons) })
export const appointmentSchema = z.object({ ...told, on: dateField(), at: timeOfDay })
export const outcomeSchema = z.object({ ...told, outcome: choice(outcomes) })

export const feedbackSchema = z.extend(caseRefSchema, {
  helped: choice(helpedAnswers),
  satisfaction: optionalWhole(1, 5, 'errors.whole'),
})
export const cancelSchema = z.extend(caseRefSchema, {
  why: choice(['person_declined', 'recovered', 'moved_away', 'mistake', 'other']),
})
export const attemptSchema = z.extend(caseRefSchema, {
  kind: choice(attemptKinds),
  result: choice(attemptResults),
  remark: optionalLine(300),
})
export const clinicalSchema = z.extend(caseRefSchema, { reason: prose(4000, 5), diagnosis: optionalProse(4000) })
export const clinicalNoteSchema = z.object({ caseId: z.uuid('errors.notFound'), body: prose(4000) })
