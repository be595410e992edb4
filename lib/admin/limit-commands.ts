import { and, eq, isNull } from 'drizzle-orm'
import { approvalLimits } from '../../db/schema/grants'
import { command } from '../commands/command'
import { Conflict } from '../commands/result'
import { newId } from '../ids'
import { allowed } from './policy'
import { limitSchema } from './schemas'

/**
 * Sets from which amount a grant needs a second approval. The limit before ends at the same moment; without one nothing
 * can be approved, so a limit is replaced and never just removed. Amounts in minor units.
 */
export const setLimit = command({
  name: 'admin.set_limit',
  input: limitSchema,
  load: async ({ tx }, { programme, currency }) => {
    const rows = await tx
      .select({ id: approvalLimits.id })
      .from(approvalLimits)
      .where(
        and(
          eq(approvalLimits.programme, programme),
          eq(approvalLimits.currency, currency),
          isNull(approvalLimits.endedAt),
        ),
      )
      .for('update')
    return { currentId: rows[0]?.id ?? '' }
  },
  allow: (actor) => allowed(actor, 'reference.manage'),
  async run({ tx, actor, now }, { programme, currency, amountMinor, currentId }, current) {
    if (current.currentId !== currentId) throw new Conflict()
    if (currentId) await tx.update(approvalLimits).set({ endedAt: now }).where(eq(approvalLimits.id, currentId))
    const limitId = newId(now)
    await tx.insert(approvalLimits).values({
      id: limitId,
      programme,
      currency,
      secondStageFromMinor: amountMinor,
      setBy: actor.userId,
      setAt: now,
    })
    return { limitId }
  },
})
