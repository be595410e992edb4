import { desc, eq } from 'drizzle-orm'
import { displacements } from '../../db/schema/people'
import { command } from '../commands/command'
import { InvalidField } from '../commands/result'
import { baghdadDay } from '../format'
import { newId } from '../ids'
import { checkBorn, checkOrigin, checkPast, loadPerson } from './load'
import { canEdit } from './policy'
import { displacementSchema } from './schemas'

/** The calendar day before one. */
function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
}

/** Records a change of displacement status: the last row ends the day before and a new one begins. Nothing is overwritten. */
export const recordDisplacement = command({
  name: 'people.displacement',
  input: displacementSchema,
  load: loadPerson,
  allow: canEdit,
  async run(context, input, person) {
    const { tx, actor, now } = context
    checkPast('since', input.since, baghdadDay(now))
    checkBorn('since', input.since, person.birthOn)
    await checkOrigin(context, input.originPcode)
    const rows = await tx
      .select({ id: displacements.id, fromOn: displacements.fromOn, toOn: displacements.toOn })
      .from(displacements)
      .where(eq(displacements.personId, person.id))
      .orderBy(desc(displacements.fromOn))
      .limit(1)
    const last = rows[0]
    if (last && input.since <= (last.toOn ?? last.fromOn)) throw new InvalidField({ since: 'people.errors.overlaps' })
    if (last && last.toOn === null) {
      const ends = { toOn: dayBefore(input.since) }
      await tx.update(displacements).set(ends).where(eq(displacements.id, last.id))
    }
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
    return { personId: person.id }
  },
  unique: { displacements_current: { field: 'since', key: 'people.errors.overlaps' } },
})
