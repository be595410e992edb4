import { and, eq, sql } from 'drizzle-orm'
import { tranches } from '../../../db/schema/tranches'
import { canGo } from '../../cases/machine'
import type { Context } from '../../commands/command'
import { Conflict, refuse } from '../../commands/result'
import type { LoadedTranche } from './load'
import { type TrancheStatus, trancheMachine } from './machine'
import type { TrancheDeed } from './policy'

type Columns = Partial<typeof tranches.$inferInsert>

/**
 * The only way a tranche moves: asks the machine and updates the row that is still as it was read. What follows (events, the
 * ledger, the visits that become due) is the database's. Throws Conflict when someone was faster.
 */
export async function moveTranche(
  context: Context,
  tranche: LoadedTranche,
  deed: TrancheDeed,
  to: TrancheStatus,
  change: Columns = {},
): Promise<{ trancheId: string; caseId: string; status: TrancheStatus }> {
  if (!canGo(trancheMachine, deed, tranche.status, to)) refuse('payments.refused.not_now')
  const rows = await context.tx
    .update(tranches)
    .set({ statusReason: '', ...change, status: to, version: sql`${tranches.version} + 1` })
    .where(and(eq(tranches.id, tranche.id), eq(tranches.version, tranche.version)))
    .returning({ id: tranches.id })
  if (!rows[0]) throw new Conflict()
  return { trancheId: tranche.id, caseId: tranche.caseId, status: to }
}
