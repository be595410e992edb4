import { eq } from 'drizzle-orm'
import { displacements, householdMembers, households, people, washingtonAnswers } from '../../db/schema/people'
import { type Context, command } from '../commands/command'
import { InvalidField } from '../commands/result'
import { baghdadDay } from '../format'
import { newId } from '../ids'
import { identityColumns, knownIdentity } from './identity'
import { checkBorn, checkOrigin, checkPast, districtOf } from './load'
import { indexName } from './name-index'
import { canRegister } from './policy'
import { checkRegister, raiseFlags } from './register-check'
import { type RegisterInput, registerSchema } from './schemas'
import { washingtonColumns } from './washington-commands'

/** The household the person enters: a new one, or one that the actor sees. Returns its id. */
async function enterHousehold(context: Context, input: RegisterInput, personId: string, today: string) {
  const { tx, now, actor } = context
  let householdId = input.householdId ?? ''
  if (input.household === 'existing') {
    const found = await tx.select({ id: households.id }).from(households).where(eq(households.id, householdId))
    if (!found[0]) throw new InvalidField({ householdId: 'errors.choose' })
  } else {
    householdId = newId(now)
    await tx.insert(households).values({
      id: householdId,
      headPersonId: personId,
      teamId: input.teamId,
      createdBy: actor.userId,
      createdAt: now,
    })
  }
  const relationship = input.household === 'new' ? 'head' : (input.relationship ?? 'not_related')
  await tx.insert(householdMembers).values({ id: newId(now), householdId, personId, relationship, fromOn: today })
  return householdId
}

/**
 * Registers a person with household and displacement status. Refused with `people.refused.looksRegistered` while someone
 * in the whole register may be this person and was not said to be someone else: call again with
 * `someoneElse` set to the refusal's `handles`.
 */
export const registerPerson = command({
  name: 'people.register',
  input: registerSchema,
  allow: (actor) => canRegister(actor),
  async run(context, input) {
    const { tx, now, actor } = context
    const today = baghdadDay(now)
    const known = knownIdentity(input, now)
    if (!actor.teams.includes(input.teamId)) throw new InvalidField({ teamId: 'errors.choose' })
    checkPast('since', input.since, today)
    checkBorn('since', input.since, known.birth.date)
    const [districtPcode] = await Promise.all([
      districtOf(context, input.locationPcode),
      checkOrigin(context, input.originPcode),
    ])
    const matches = await checkRegister(context, known, input.someoneElse)
    const person = { id: newId(now), teamId: input.teamId }
    await tx.insert(people).values({
      ...identityColumns(known),
      ...person,
      locationPcode: input.locationPcode,
      districtPcode,
      address: input.address,
      caseworkerId: actor.userId,
      createdBy: actor.userId,
      createdAt: now,
    })
    await indexName(tx, person, known)
    const householdId = await enterHousehold(context, input, person.id, today)
    await tx.insert(displacements).values({
      id: newId(now),
      personId: person.id,
      status: input.status,
      fromOn: input.since,
      originPcode: input.originPcode,
      shelter: input.shelter,
      recordedBy: actor.userId,
      recordedAt: now,
    })
    if (input.washington) {
      const columns = washingtonColumns(context, { ...input.washington, personId: person.id, answeredOn: today })
      await tx.insert(washingtonAnswers).values(columns)
    }
    await raiseFlags(context, person, matches)
    return { personId: person.id, householdId }
  },
})
