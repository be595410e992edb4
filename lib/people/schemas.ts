import * as z from 'zod/mini'
import { dateField } from '../dates'
import {
  choice,
  choices,
  line,
  optionalChoice,
  optionalId,
  optionalLine,
  optionalPcode,
  optionalWhole,
  pcode,
  prose,
} from '../fields'
import { birthProblem } from './birth'
import {
  consentLanguages,
  consentMethods,
  consentPurposes,
  displacementStatuses,
  documentTypes,
  relationships,
  releasableFields,
  sexes,
  shelterTypes,
  washingtonAnswers,
  washingtonDomains,
} from './domain'

const dateIssue = 'errors.date'
const birthParts = z.object({
  day: optionalWhole(1, 31, dateIssue),
  month: optionalWhole(1, 12, dateIssue),
  year: optionalWhole(1900, 2200, dateIssue),
})

/** Who a person is: what the identity check compares and an edit may change. */
const identityShape = {
  given: line(60),
  father: line(60),
  grandfather: optionalLine(60),
  family: optionalLine(60),
  sex: choice(sexes),
  birth: z._default(birthParts, { day: null, month: null, year: null }),
  age: optionalWhole(0, 120, 'people.errors.age'),
  phone: optionalLine(40),
  documentType: z._default(choice(documentTypes), 'none'),
  documentNumber: optionalLine(40),
  locationPcode: pcode,
  address: optionalLine(300),
}
type Issues = z.core.$RefinementCtx['issues']
type Identity = z.infer<z.ZodMiniObject<typeof identityShape>>

function checkIdentity(value: Identity, issues: Issues): void {
  const problem = birthProblem({ ...value.birth, age: value.age })
  if (problem) issues.push({ code: 'custom', message: problem, path: ['birth'], input: value.birth })
  if (value.documentType !== 'none' && value.documentNumber === '')
    issues.push({ code: 'custom', message: 'errors.required', path: ['documentNumber'], input: '' })
  if (value.documentType === 'none' && value.documentNumber !== '')
    issues.push({ code: 'custom', message: 'people.errors.documentType', path: ['documentType'], input: '' })
}

const handle = z.string().check(z.maxLength(4000))

const maybe = optionalChoice(washingtonAnswers)
const optionalAnswers = z.object({
  seeing: maybe,
  hearing: maybe,
  walking: maybe,
  remembering: maybe,
  self_care: maybe,
  communicating: maybe,
})
const unasked = { seeing: null, hearing: null, walking: null, remembering: null, self_care: null, communicating: null }

const registerShape = z.object({
  ...identityShape,
  /** Handles of the matches that were shown and are someone else (lib/people/identity-check), in one text or several. */
  someoneElse: z.optional(z.union([handle, z.array(handle)])),
  teamId: z.uuid('errors.choose'),
  household: z._default(choice(['new', 'existing']), 'new'),
  householdId: optionalId,
  relationship: optionalChoice(relationships),
  status: choice(displacementStatuses),
  since: dateField(),
  originPcode: optionalPcode,
  shelter: optionalChoice(shelterTypes),
  washington: z._default(optionalAnswers, unasked),
})

type Answers = Record<(typeof washingtonDomains)[number], (typeof washingtonAnswers)[number]>

/** Called when every answer is there. */
function answered(given: z.infer<typeof optionalAnswers>): Answers {
  const of = (domain: keyof Answers) => given[domain] ?? 'refused'
  return {
    seeing: of('seeing'),
    hearing: of('hearing'),
    walking: of('walking'),
    remembering: of('remembering'),
    self_care: of('self_care'),
    communicating: of('communicating'),
  }
}

/** Registering a person: the form's and the command's. */
export const registerSchema = z.pipe(
  registerShape,
  z.transform((value, context) => {
    checkIdentity(value, context.issues)
    const needed = (field: 'householdId' | 'relationship') =>
      context.issues.push({ code: 'custom', message: 'errors.choose', path: [field], input: null })
    if (value.household === 'existing') {
      if (!value.householdId) needed('householdId')
      if (!value.relationship || value.relationship === 'head') needed('relationship')
    }
    const unanswered = washingtonDomains.filter((domain) => !value.washington[domain])
    if (unanswered.length < washingtonDomains.length)
      for (const domain of unanswered)
        context.issues.push({
          code: 'custom',
          message: 'people.errors.washington',
          path: ['washington', domain],
          input: null,
        })
    const isAsked = unanswered.length === 0
    return {
      ...value,
      someoneElse: [value.someoneElse ?? []].flat().flatMap((part) => part.split(',')),
      washington: isAsked ? answered(value.washington) : null,
    }
  }),
)
export type RegisterInput = z.infer<typeof registerSchema>

/** The same answers while they are being typed: whatever is there and can be read. */
export const draftIdentitySchema = z.object({
  given: optionalLine(60),
  father: optionalLine(60),
  grandfather: optionalLine(60),
  family: optionalLine(60),
  sex: z.catch(optionalChoice(sexes), null),
  birth: z.catch(birthParts, { day: null, month: null, year: null }),
  age: z.catch(optionalWhole(0, 120, 'people.errors.age'), null),
  phone: z.catch(optionalLine(40), ''),
  documentType: z.catch(optionalChoice(documentTypes), null),
  documentNumber: z.catch(optionalLine(40), ''),
  locationPcode: z.catch(optionalLine(20), ''),
})

const personRef = { personId: z.uuid('errors.notFound') }
const version = z.coerce.number().check(z.int())

const editShape = z.object({ ...personRef, version, ...identityShape })
export const editPersonSchema = z.pipe(
  editShape,
  z.transform((value, context) => {
    checkIdentity(value, context.issues)
    return value
  }),
)

export const displacementSchema = z.object({
  ...personRef,
  status: choice(displacementStatuses),
  since: dateField(),
  originPcode: optionalPcode,
  shelter: optionalChoice(shelterTypes),
})

export const consentSchema = z.object({
  ...personRef,
  purpose: choice(consentPurposes),
  language: choice(consentLanguages),
  /** The version of the text that was on screen; the current one when not given. */
  textVersion: optionalLine(20),
  method: choice(consentMethods),
  givenOn: dateField(),
  months: optionalWhole(1, 24, 'people.errors.consentMonths'),
  guardianName: optionalLine(120),
  witnessName: optionalLine(120),
  recipient: optionalLine(200),
  releasedFields: choices(releasableFields),
})
export const withdrawConsentSchema = z.object({ ...personRef, consentId: z.uuid('errors.notFound') })

const answer = choice(washingtonAnswers)
export const washingtonSchema = z.object({
  ...personRef,
  answeredOn: dateField(),
  seeing: answer,
  hearing: answer,
  walking: answer,
  remembering: answer,
  self_care: answer,
  communicating: answer,
})

export const moveHouseholdSchema = z.object({
  ...personRef,
  /** Null: a household of their own. */
  householdId: optionalId,
  relationship: optionalChoice(relationships),
  movedOn: dateField(),
})
export const changeHeadSchema = z.object({
  householdId: z.uuid('errors.notFound'),
  version,
  headPersonId: z.uuid('errors.choose'),
  /** What the former head is to the new one. */
  relationship: choice(relationships),
})

export const decideDuplicateSchema = z.object({
  flagId: z.uuid('errors.notFound'),
  verdict: choice(['different', 'same']),
  reason: prose(1000, 5),
})
