import { and, eq } from 'drizzle-orm'
import { duplicateFlags } from '../../db/schema/identity'
import { people } from '../../db/schema/people'
import { type Context, command } from '../commands/command'
import { Conflict } from '../commands/result'
import { canDecideDuplicate } from './policy'
import { decideDuplicateSchema } from './schemas'

/** A flag with where its newer record lies; a flag whose newer record is out of scope is not this actor's to decide. */
async function loadFlag({ tx }: Context, input: { flagId: string }) {
  const rows = await tx
    .select({
      id: duplicateFlags.id,
      personId: duplicateFlags.personId,
      state: duplicateFlags.state,
      isBlocking: duplicateFlags.isBlocking,
      raisedBy: duplicateFlags.raisedBy,
      teamId: people.teamId,
      districtPcode: people.districtPcode,
      caseworkerId: people.caseworkerId,
      createdBy: people.createdBy,
    })
    .from(duplicateFlags)
    .innerJoin(people, eq(people.id, duplicateFlags.personId))
    .where(eq(duplicateFlags.id, input.flagId))
    .for('update', { of: duplicateFlags })
  return rows[0] ?? null
}

/** Says whether two records are one person. "Same" blocks grants from then on; records are not merged. */
export const decideDuplicate = command({
  name: 'people.decide_duplicate',
  input: decideDuplicateSchema,
  load: loadFlag,
  allow: canDecideDuplicate,
  async run({ tx, actor, now }, input, flag) {
    if (flag.state !== 'open') throw new Conflict()
    await tx
      .update(duplicateFlags)
      .set({
        state: input.verdict,
        isBlocking: input.verdict === 'same' || flag.isBlocking,
        decidedBy: actor.userId,
        decidedAt: now,
        decisionReason: input.reason,
      })
      .where(and(eq(duplicateFlags.id, flag.id), eq(duplicateFlags.state, 'open')))
    return { personId: flag.personId }
  },
})
