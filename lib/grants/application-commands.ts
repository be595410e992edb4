import { and, desc, eq, gte, isNull, ne, or, type SQL } from 'drizzle-orm'
import { fundingRounds, grants } from '../../db/schema/grants'
import { duplicateFlags } from '../../db/schema/identity'
import { consents, householdMembers, people } from '../../db/schema/people'
import { reaches } from '../auth/actor'
import { recordEvent } from '../cases/events'
import { openCase, touch, transition } from '../cases/transition'
import { type Context, command } from '../commands/command'
import { InvalidField, type Refusal, Refused } from '../commands/result'
import { baghdadDay } from '../format'
import { moveUpBehind } from './committee/waiting-list'
import { loadGrant } from './load'
import { canEnd, canPrepare } from './policy'
import { caseRefSchema, createGrantSchema, editGrantSchema, endSchema } from './schemas'

/** Days until the next step is overdue; the programme's service standard. */
export const daysFor = {
  draft: 14,
  submitted: 3,
  screening: 5,
  verification: 10,
  training: 45,
  business_plan: 21,
  committee_review: 14,
  pending: 5,
  approved: 14,
  returned: 14,
} as const

/** A day some days after a moment, as people in Iraq count days. */
export function dayAfter(now: Date, days: number): string {
  return baghdadDay(new Date(now.getTime() + days * 86_400_000))
}

async function applicant(context: Context, personId: string) {
  const rows = await context.tx
    .select({
      teamId: people.teamId,
      districtPcode: people.districtPcode,
      locationPcode: people.locationPcode,
      caseworkerId: people.caseworkerId,
      createdBy: people.createdBy,
      householdId: householdMembers.householdId,
    })
    .from(people)
    .leftJoin(householdMembers, and(eq(householdMembers.personId, people.id), isNull(householdMembers.toOn)))
    .where(eq(people.id, personId))
  return rows[0] ?? null
}

async function insistOnRound(context: Context, fundingRoundId: string, currency: string): Promise<void> {
  const rows = await context.tx
    .select({ currency: fundingRounds.currency })
    .from(fundingRounds)
    .where(eq(fundingRounds.id, fundingRoundId))
  if (!rows[0]) throw new InvalidField({ fundingRoundId: 'errors.choose' })
  if (rows[0].currency !== currency) throw new InvalidField({ currency: 'grants.errors.roundCurrency' })
}

/** Opens a draft application for a person; answers with its id. */
export const createGrant = command({
  name: 'grants.create',
  input: createGrantSchema,
  load: (context, input) => applicant(context, input.personId),
  allow: (actor, person) => reaches(actor, 'grants.write', { ...person, programme: 'livelihoods' }),
  async run(context, input, person) {
    const { householdId } = person
    if (!householdId) throw new Refused([{ key: 'grants.refused.no_household' }])
    await insistOnRound(context, input.fundingRoundId, input.currency)
    const opened = await openCase(context, {
      programme: 'livelihoods',
      teamId: person.teamId,
      districtPcode: person.districtPcode,
      locationPcode: person.locationPcode,
      dueOn: dayAfter(context.now, daysFor.draft),
    })
    await context.tx.insert(grants).values({ caseId: opened.id, householdId, ...input })
    return { caseId: opened.id, reference: opened.reference }
  },
})

/** Changes a draft or a returned application. */
export const editGrant = command({
  name: 'grants.edit',
  input: editGrantSchema,
  load: loadGrant,
  allow: canPrepare,
  async run(context, input, grant) {
    if (!['draft', 'returned'].includes(grant.status)) throw new Refused([{ key: 'grants.refused.not_editable' }])
    const { caseId, version: _version, ...details } = input
    await insistOnRound(context, input.fundingRoundId, input.currency)
    const touched = await touch(context, grant)
    await context.tx.update(grants).set(details).where(eq(grants.caseId, caseId))
    await recordEvent(context, touched, 'details_changed', { fields: Object.keys(details) })
    return { caseId }
  },
})

/** What stands in the way of submitting, as sentences; also shown before the try. */
export async function obstaclesToSubmit(
  context: Pick<Context, 'tx' | 'now'>,
  personId: string | SQL,
): Promise<{ obstacles: Refusal[]; consentId: string | null }> {
  const today = baghdadDay(context.now)
  const [consent, blocking] = await Promise.all([
    context.tx
      .select({ id: consents.id })
      .from(consents)
      .where(
        and(
          eq(consents.personId, personId),
          eq(consents.purpose, 'livelihood_grant'),
          gte(consents.expiresOn, today),
          isNull(consents.withdrawnOn),
        ),
      )
      .orderBy(desc(consents.givenOn))
      .limit(1),
    context.tx
      .select({ id: duplicateFlags.id })
      .from(duplicateFlags)
      .where(
        and(
          eq(duplicateFlags.isBlocking, true),
          // Undecided it stops both; decided "same", only the record that came second.
          or(
            and(eq(duplicateFlags.personId, personId), ne(duplicateFlags.state, 'different')),
            and(eq(duplicateFlags.otherPersonId, personId), eq(duplicateFlags.state, 'open')),
          ),
        ),
      )
      .limit(1),
  ])
  const obstacles: Refusal[] = []
  if (!consent[0]) obstacles.push({ key: 'grants.refused.no_consent' })
  if (blocking[0]) obstacles.push({ key: 'grants.refused.duplicate_open' })
  return { obstacles, consentId: consent[0]?.id ?? null }
}

/** Hands the application in: needs a valid consent, no open blocking duplicate, no other live grant of the household in the round. */
export const submitGrant = command({
  name: 'grants.submit',
  input: caseRefSchema,
  load: loadGrant,
  allow: canPrepare,
  unique: { grants_one_live: { key: 'grants.refused.live_in_household' } },
  async run(context, _input, grant) {
    const { obstacles, consentId } = await obstaclesToSubmit(context, grant.personId)
    if (obstacles.length > 0) throw new Refused(obstacles)
    const isAgain = grant.status === 'returned'
    await context.tx
      .update(grants)
      .set({
        submittedBy: context.actor.userId,
        submittedAt: context.now,
        consentId,
        ...(isAgain ? { round: grant.round + 1 } : {}),
      })
      .where(eq(grants.caseId, grant.id))
    await transition(context, grant, 'submit', 'submitted', { dueOn: dayAfter(context.now, daysFor.submitted) })
    return { caseId: grant.id }
  },
})

function endedBy(name: string, deed: 'withdraw' | 'cancel', to: 'withdrawn' | 'cancelled') {
  return command({
    name,
    input: endSchema,
    load: loadGrant,
    allow: canEnd,
    async run(context, input, grant) {
      await transition(context, grant, deed, to, { reason: input.reason, dueOn: null })
      return { caseId: grant.id }
    },
    // What it gave back may be enough for the next on the waiting list.
    after: (grant, _data, at) => moveUpBehind(grant.id, at),
  })
}

/** The person does not want it any more. */
export const withdrawGrant = endedBy('grants.withdraw', 'withdraw', 'withdrawn')
/** We end it, with the reason. */
export const cancelGrant = endedBy('grants.cancel', 'cancel', 'cancelled')
