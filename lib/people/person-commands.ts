import { and, eq } from 'drizzle-orm'
import { people } from '../../db/schema/people'
import { command } from '../commands/command'
import { Conflict } from '../commands/result'
import { identityColumns, knownIdentity } from './identity'
import { findMatches, lockIdentity } from './identity-check'
import { districtOf, loadPerson } from './load'
import { reindexName } from './name-index'
import { canEdit } from './policy'
import { raiseFlags } from './register-check'
import { editPersonSchema } from './schemas'

/**
 * Changes who a person is and where they live. Answers "conflict" when someone else changed it since `version`. A change
 * that makes the person look like someone else in the register is put before the supervisors, as at registration.
 */
export const editPerson = command({
  name: 'people.edit',
  input: editPersonSchema,
  load: loadPerson,
  allow: canEdit,
  async run(context, input, person) {
    const { tx, actor, now } = context
    if (person.version !== input.version) throw new Conflict()
    const known = knownIdentity(input, now)
    const districtPcode = await districtOf(context, input.locationPcode)
    await lockIdentity(tx, known)
    const matches = await findMatches(tx, actor, known, person.id)
    const changed = await tx
      .update(people)
      .set({
        ...identityColumns(known),
        locationPcode: input.locationPcode,
        districtPcode,
        address: input.address,
        version: person.version + 1,
      })
      .where(and(eq(people.id, person.id), eq(people.version, input.version)))
      .returning({ id: people.id })
    if (!changed[0]) throw new Conflict()
    await reindexName(tx, person, known)
    await raiseFlags(context, person, matches)
    return { personId: person.id }
  },
})
