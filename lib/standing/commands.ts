import { and, eq, isNull } from 'drizzle-orm'
import { delegations } from '../../db/schema/standing-in'
import { may } from '../auth/roles'
import { command } from '../commands/command'
import { InvalidField, NotFound } from '../commands/result'
import { baghdadDay } from '../format'
import { newId } from '../ids'
import { endStandInSchema, standInSchema } from './schemas'

const longestDays = 60
const days = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 86_400_000

/**
 * Leaves a decision of one's own to a colleague for some days. Only to someone who decides too, and what one may not decide
 * because of one's part in a grant, the other may not either: the rules ask who acts, not for whom.
 */
export const arrangeStandIn = command({
  name: 'standing.arrange',
  input: standInSchema,
  allow: (actor, _record, input) => may(actor, input.permission) || [{ key: 'standing.refused.not_yours' }],
  async run({ tx, actor, now }, input) {
    if (input.fromOn < baghdadDay(now)) throw new InvalidField({ fromOn: 'standing.errors.past' })
    if (input.toOn < input.fromOn) throw new InvalidField({ toOn: 'standing.errors.order' })
    if (days(input.fromOn, input.toOn) > longestDays) throw new InvalidField({ toOn: 'standing.errors.tooLong' })
    if (input.toUserId === actor.userId) throw new InvalidField({ toUserId: 'standing.errors.yourself' })
    await tx.insert(delegations).values({ id: newId(now), fromUserId: actor.userId, ...input, madeAt: now })
    return {}
  },
})

/** Ends it before its day, by whoever arranged it. */
export const endStandIn = command({
  name: 'standing.end',
  input: endStandInSchema,
  allow: () => true,
  async run({ tx, actor, now }, { delegationId }) {
    const ended = await tx
      .update(delegations)
      .set({ endedAt: now })
      .where(
        and(eq(delegations.id, delegationId), eq(delegations.fromUserId, actor.userId), isNull(delegations.endedAt)),
      )
      .returning({ id: delegations.id })
    if (!ended[0]) throw new NotFound()
    return {}
  },
})
