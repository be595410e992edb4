import { and, eq, isNull, ne } from 'drizzle-orm'
import { householdMembers, households, people } from '../../db/schema/people'
import { type Context, command } from '../commands/command'
import { Conflict, InvalidField, refuse } from '../commands/result'
import { baghdadDay } from '../format'
import { newId } from '../ids'
import { checkPast, type LoadedPerson, loadPerson } from './load'
import { canEdit } from './policy'
import { changeHeadSchema, moveHouseholdSchema } from './schemas'

/** The household that a person is in now. A head leaves only an empty one: someone must answer for those who stay. */
async function leaveHousehold({ tx }: Context, person: LoadedPerson, movedOn: string, to: string | null) {
  const isTheirs = and(eq(householdMembers.personId, person.id), isNull(householdMembers.toOn))
  const rows = await tx
    .select({
      id: householdMembers.id,
      householdId: householdMembers.householdId,
      fromOn: householdMembers.fromOn,
      head: households.headPersonId,
    })
    .from(householdMembers)
    .innerJoin(households, eq(households.id, householdMembers.householdId))
    .where(isTheirs)
    .for('update', { of: households })
  const now = rows[0]
  if (!now) return
  if (now.householdId === to) throw new InvalidField({ householdId: 'people.errors.sameHousehold' })
  if (movedOn < now.fromOn) throw new InvalidField({ movedOn: 'people.errors.beforeHousehold' })
  const others = await tx
    .select({ id: householdMembers.id })
    .from(householdMembers)
    .where(
      and(
        eq(householdMembers.householdId, now.householdId),
        isNull(householdMembers.toOn),
        ne(householdMembers.personId, person.id),
      ),
    )
    .limit(1)
  if (now.head === person.id && (others[0] || !to)) {
    refuse(others[0] ? 'people.refused.headLeaves' : 'people.refused.alreadyAlone')
  }
  await tx.update(householdMembers).set({ toOn: movedOn }).where(eq(householdMembers.id, now.id))
}

/** Moves a person into another household, or out into one of their own. The old membership ends and stays on record. */
export const moveHousehold = command({
  name: 'people.move_household',
  input: moveHouseholdSchema,
  load: loadPerson,
  allow: canEdit,
  async run(context, input, person) {
    const { tx, actor, now } = context
    checkPast('movedOn', input.movedOn, baghdadDay(now))
    if (input.householdId && (!input.relationship || input.relationship === 'head'))
      throw new InvalidField({ relationship: 'errors.choose' })
    await leaveHousehold(context, person, input.movedOn, input.householdId)
    let householdId = input.householdId
    if (householdId) {
      const found = await tx.select({ id: households.id }).from(households).where(eq(households.id, householdId))
      if (!found[0]) throw new InvalidField({ householdId: 'errors.choose' })
    } else {
      householdId = newId(now)
      const own = { id: householdId, headPersonId: person.id, teamId: person.teamId }
      await tx.insert(households).values({ ...own, createdBy: actor.userId, createdAt: now })
    }
    await tx.insert(householdMembers).values({
      id: newId(now),
      householdId,
      personId: person.id,
      relationship: input.householdId ? (input.relationship ?? 'not_related') : 'head',
      fromOn: input.movedOn,
    })
    return { personId: person.id, householdId }
  },
})

/** A household with its present head, in scope and locked. */
async function loadHousehold({ tx }: Context, input: { householdId: string }) {
  const rows = await tx
    .select({
      id: households.id,
      version: households.version,
      headPersonId: households.headPersonId,
      teamId: households.teamId,
      districtPcode: people.districtPcode,
      caseworkerId: people.caseworkerId,
      createdBy: people.createdBy,
    })
    .from(households)
    .innerJoin(people, eq(people.id, households.headPersonId))
    .where(eq(households.id, input.householdId))
    .for('update', { of: households })
  return rows[0] ?? null
}

/** Makes another member the head of a household; says what the former head is to the new one. */
export const changeHead = command({
  name: 'people.change_head',
  input: changeHeadSchema,
  load: loadHousehold,
  allow: canEdit,
  async run({ tx }, input, household) {
    if (household.version !== input.version) throw new Conflict()
    if (input.relationship === 'head') throw new InvalidField({ relationship: 'errors.choose' })
    const isMember = (personId: string) =>
      and(
        eq(householdMembers.householdId, household.id),
        eq(householdMembers.personId, personId),
        isNull(householdMembers.toOn),
      )
    const next = await tx
      .update(householdMembers)
      .set({ relationship: 'head' })
      .where(isMember(input.headPersonId))
      .returning({ id: householdMembers.id })
    if (!next[0] || input.headPersonId === household.headPersonId)
      throw new InvalidField({ headPersonId: 'errors.choose' })
    await tx.update(householdMembers).set({ relationship: input.relationship }).where(isMember(household.headPersonId))
    await tx
      .update(households)
      .set({ headPersonId: input.headPersonId, version: household.version + 1 })
      .where(and(eq(households.id, household.id), eq(households.version, input.version)))
    return { householdId: household.id, personId: input.headPersonId }
  },
})
