import { and, eq, isNull, ne } from 'drizzle-orm'
import { staffKin } from '../../db/schema/standing-in'
import { reaches } from '../auth/actor'
import { command } from '../commands/command'
import { NotFound } from '../commands/result'
import { newId } from '../ids'
import { endKinSchema, kinSchema } from './kin'
import { loadPerson } from './load'

/**
 * Records that a colleague is, or lives with, this person. From then on the database keeps that colleague from verifying,
 * scoring, deciding or paying any grant of the household. Whoever works with the person may say so, also of themselves.
 */
export const recordKin = command({
  name: 'people.record_kin',
  input: kinSchema,
  load: loadPerson,
  allow: (actor, person) => reaches(actor, 'people.write', person),
  async run({ tx, actor, now }, { personId, userId, relation }) {
    await tx
      .insert(staffKin)
      .values({ id: newId(now), userId, personId, relation, recordedBy: actor.userId, recordedAt: now })
    return { personId }
  },
  unique: { staff_kin_one: { field: 'userId', key: 'people.errors.kinKnown' } },
})

/** Ends such a record, when it was a mistake or no longer so: a supervisor's deed, never about oneself. */
export const endKin = command({
  name: 'people.end_kin',
  input: endKinSchema,
  load: loadPerson,
  allow: (actor, person) => reaches(actor, 'people.resolve_duplicates', person),
  async run({ tx, actor, now }, { personId, kinId }) {
    const ended = await tx
      .update(staffKin)
      .set({ endedAt: now })
      .where(
        and(
          eq(staffKin.id, kinId),
          eq(staffKin.personId, personId),
          isNull(staffKin.endedAt),
          ne(staffKin.userId, actor.userId),
        ),
      )
      .returning({ id: staffKin.id })
    if (!ended[0]) throw new NotFound()
    return { personId }
  },
})
