import * as z from 'zod/mini'
import { caseRefSchema } from '../../cases/schemas'
import { optionalDateField } from '../../dates'
import { choice, optionalChoice, optionalId, optionalLine, optionalPcode, optionalProse, prose } from '../../fields'
import {
  type ConcernCategory,
  type ConcernSource,
  concernCategories,
  concernSources,
  handlingStates,
  type PathwayKind,
  pathwayKinds,
  type Severity,
  severities,
} from './domain'

/** What the form offers: what is written down, and what is only counted while the safe pathway is shown. */
export const raisedKinds = [...concernCategories, ...pathwayKinds] as const

const raisedShape = z.object({
  forumId: z.uuid('errors.choose'),
  sessionId: optionalId,
  category: choice(raisedKinds),
  severity: optionalChoice(severities),
  source: optionalChoice(concernSources),
  raisedOn: optionalDateField(),
  locationPcode: optionalPcode,
  summary: optionalLine(160),
  body: optionalProse(4000),
})

export type RaisedConcern = {
  what: 'concern'
  forumId: string
  sessionId: string | null
  category: ConcernCategory
  severity: Severity
  source: ConcernSource
  raisedOn: string
  locationPcode: string
  summary: string
  body: string
}
export type Raised = { what: 'pathway'; forumId: string; kind: PathwayKind } | RaisedConcern

/** What was typed beside a choice that is never logged is gone here, before any of it is read, hashed or kept. */
export const raiseSchema = z.pipe(
  raisedShape,
  z.transform((value: z.infer<typeof raisedShape>, context): Raised => {
    const kind = pathwayKinds.find((one) => one === value.category)
    if (kind) return { what: 'pathway', forumId: value.forumId, kind }
    const lacks = (path: string, message: string) =>
      context.issues.push({ code: 'custom', message, path: [path], input: null })
    const { severity, source, raisedOn, locationPcode, summary } = value
    if (!severity) lacks('severity', 'errors.choose')
    if (!source) lacks('source', 'errors.choose')
    if (!raisedOn) lacks('raisedOn', 'errors.required')
    if (!locationPcode) lacks('locationPcode', 'errors.choose')
    if (summary.length < 5) lacks('summary', summary ? 'errors.tooShort' : 'errors.required')
    return {
      what: 'concern',
      forumId: value.forumId,
      sessionId: value.sessionId,
      category: concernCategories.find((one) => one === value.category) ?? 'other',
      severity: severity ?? 'medium',
      source: source ?? 'open_floor',
      raisedOn: raisedOn ?? '',
      locationPcode: locationPcode ?? '',
      summary,
      body: value.body,
    }
  }),
)

export const triageDecisions = ['accept', 'duplicate', 'refer_out', 'out_of_scope', 'restrict'] as const

const triageShape = z.object({
  ...caseRefSchema.shape,
  decision: choice(triageDecisions),
  severity: optionalChoice(severities),
  category: optionalChoice(concernCategories),
  originalId: optionalId,
  referredTo: optionalLine(200),
  reason: optionalProse(1000),
})
export const triageSchema = z.pipe(
  triageShape,
  z.transform((value: z.infer<typeof triageShape>, context) => {
    const lacks = (path: string, message: string) =>
      context.issues.push({ code: 'custom', message, path: [path], input: null })
    if (value.decision === 'duplicate' && !value.originalId) lacks('originalId', 'errors.choose')
    if (value.decision === 'refer_out' && !value.referredTo) lacks('referredTo', 'errors.required')
    if (value.decision === 'out_of_scope' && value.reason.length < 5) lacks('reason', 'errors.required')
    // Whatever else was decided: the conduct of police is the focal point's.
    return value.category === 'police_conduct' ? { ...value, decision: 'restrict' as const } : value
  }),
)

export const resolveSchema = z.extend(caseRefSchema, { result: prose(2000, 5) })
export const verifySchema = z.extend(caseRefSchema, { sessionId: z.uuid('errors.choose') })
export const reopenSchema = z.extend(caseRefSchema, { reason: prose(1000, 5) })

export const handleRestrictedSchema = z.extend(caseRefSchema, {
  state: choice(handlingStates),
  passedTo: optionalLine(200),
})
export const restrictedNoteSchema = z.object({ caseId: z.uuid('errors.notFound'), body: prose(4000) })
