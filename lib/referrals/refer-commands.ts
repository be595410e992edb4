import { eq, sql } from 'drizzle-orm'
import { facilities } from '../../db/schema/facilities'
import { people } from '../../db/schema/people'
import { referralClinical, referrals } from '../../db/schema/referrals'
import { reaches } from '../auth/actor'
import { recordEvent } from '../cases/events'
import { holdersOf, notify } from '../cases/notify'
import { caseRefSchema } from '../cases/schemas'
import { type CaseAsRead, openCase, touch, transition } from '../cases/transition'
import { type Context, command } from '../commands/command'
import { InvalidField, NotFound, refuse } from '../commands/result'
import { baghdadDay } from '../format'
import { recordConsent } from '../people/consent-commands'
import { casePriorityOf, dueAt } from './domain'
import { type LoadedReferral, loadReferral, readReferral } from './load'
import { retakenFrom } from './machine'
import { canPrepare } from './policy'
import { createReferralSchema, editReferralSchema, type ReferralInput } from './schemas'

async function whoIsReferred(context: Context, personId: string) {
  const rows = await context.tx
    .select({
      id: people.id,
      birthOn: people.birthOn,
      teamId: people.teamId,
      districtPcode: people.districtPcode,
      locationPcode: people.locationPcode,
      caseworkerId: people.caseworkerId,
      createdBy: people.createdBy,
    })
    .from(people)
    .where(eq(people.id, personId))
    .for('no key update')
  return rows[0] ?? null
}

/** A facility that is open and offers the service. Throws InvalidField on the field otherwise. */
async function insistOnFacility({ tx }: Context, input: ReferralInput): Promise<void> {
  const rows = await tx
    .select({ services: facilities.services, functional: facilities.functional, closedOn: facilities.closedOn })
    .from(facilities)
    .where(eq(facilities.id, input.facilityId))
  const [facility] = rows
  if (!facility) throw new InvalidField({ facilityId: 'errors.choose' })
  if (facility.closedOn || facility.functional === 'none')
    throw new InvalidField({ facilityId: 'referrals.errors.facilityClosed' })
  if (!facility.services.includes(input.service))
    throw new InvalidField({ facilityId: 'referrals.errors.noSuchService' })
}

/** The consent that the referral stands on; null in an emergency. */
async function consentOf(
  context: Context,
  person: { id: string; birthOn: string },
  input: ReferralInput,
): Promise<string | null> {
  if (input.consent === 'emergency') return null
  if (input.consent === 'new') {
    return recordConsent(context, person, {
      ...input,
      personId: person.id,
      purpose: 'health_referral',
      method: input.method ?? 'signed',
      language: input.language ?? 'ar',
      givenOn: baghdadDay(context.now),
      months: null,
      recipient: '',
    })
  }
  const rows = await context.tx.execute(sql`
    select from consents where id = ${input.consentId}::uuid and person_id = ${person.id}::uuid and purpose = 'health_referral'
      and withdrawn_on is null and expires_on >= app_today() and cardinality(released_fields) > 0`)
  if (rows.length === 0) throw new InvalidField({ consentId: 'referrals.errors.consentOver' })
  return input.consentId
}

const factsOf = (input: ReferralInput, consentId: string | null) => ({
  facilityId: input.facilityId,
  service: input.service,
  priority: input.priority,
  transport: input.transport,
  consentId,
})
const clinicalOf = ({ actor, now }: Context, input: ReferralInput) => ({
  reason: input.reason,
  diagnosis: input.diagnosis,
  emergencyReason: input.consent === 'emergency' ? input.emergencyReason : '',
  updatedBy: actor.userId,
  updatedAt: now,
})

/** Sends it: the clock of the priority begins, and an emergency without consent is told to the supervisors at once. */
async function send(
  context: Context,
  referral: CaseAsRead & { teamId: string },
  input: ReferralInput | LoadedReferral,
) {
  const due = dueAt(input.priority, context.now)
  await transition(context, referral, 'send', 'requested', { dueOn: baghdadDay(due) })
  const isWithoutConsent = 'consent' in input ? input.consent === 'emergency' : input.consentId === null
  if (isWithoutConsent) {
    const supervisors = await holdersOf(context, 'supervisor', { programme: 'health', teamId: referral.teamId })
    await notify(context, supervisors, 'referral_emergency', referral.id)
  }
}

/** Only what came to nothing is taken up again, and for the same person. */
async function insistOnPrevious(context: Context, previousCaseId: string | null, personId: string): Promise<void> {
  if (!previousCaseId) return
  const previous = await readReferral(context.tx, previousCaseId)
  if (!previous || previous.personId !== personId) throw new NotFound()
  if (!retakenFrom.some((status) => status === previous.status)) refuse('referrals.refused.not_over')
}

/** Opens a referral for a person and sends it, or keeps it as a draft; answers with its id. */
export const createReferral = command({
  name: 'referrals.create',
  input: createReferralSchema,
  load: (context, input) => whoIsReferred(context, input.personId),
  allow: (actor, person) => reaches(actor, 'referrals.write', { ...person, programme: 'health' }),
  unique: { referrals_one_successor: { key: 'referrals.refused.taken_up' } },
  async run(context, input, person) {
    await insistOnPrevious(context, input.previousCaseId, person.id)
    await insistOnFacility(context, input)
    const consentId = await consentOf(context, person, input)
    const opened = await openCase(context, {
      programme: 'health',
      teamId: person.teamId,
      districtPcode: person.districtPcode,
      locationPcode: person.locationPcode,
      priority: casePriorityOf[input.priority],
      dueOn: baghdadDay(context.now),
    })
    await context.tx.insert(referrals).values({
      caseId: opened.id,
      personId: person.id,
      previousCaseId: input.previousCaseId,
      ...factsOf(input, consentId),
    })
    await context.tx.insert(referralClinical).values({ caseId: opened.id, ...clinicalOf(context, input) })
    if (input.next === 'send') await send(context, { ...opened, teamId: person.teamId }, input)
    return { caseId: opened.id, reference: opened.reference }
  },
})

/** Changes a draft, and sends it when the pressed button says so. */
export const editReferral = command({
  name: 'referrals.edit',
  input: editReferralSchema,
  load: loadReferral,
  allow: canPrepare,
  async run(context, input, referral) {
    if (referral.status !== 'draft') refuse('referrals.refused.not_editable')
    const person = await whoIsReferred(context, referral.personId)
    if (!person) throw new NotFound()
    await insistOnFacility(context, input)
    const consentId = await consentOf(context, person, input)
    const touched = await touch(context, referral, { priority: casePriorityOf[input.priority] })
    await context.tx.update(referrals).set(factsOf(input, consentId)).where(eq(referrals.caseId, referral.id))
    await context.tx
      .update(referralClinical)
      .set(clinicalOf(context, input))
      .where(eq(referralClinical.caseId, referral.id))
    await recordEvent(context, touched, 'details_changed', { fields: ['referral'] })
    if (input.next === 'send') await send(context, { ...touched, teamId: referral.teamId }, input)
    return { caseId: referral.id }
  },
})

/** Sends a draft as it stands. */
export const sendReferral = command({
  name: 'referrals.send',
  input: caseRefSchema,
  load: loadReferral,
  allow: canPrepare,
  async run(context, _input, referral) {
    await send(context, referral, referral)
    return { caseId: referral.id }
  },
})
