import { eq } from 'drizzle-orm'
import { newId } from '../../lib/ids'
import { withSystem } from '../client'
import { budgetChanges, budgetLines, fundingSources } from '../schema/budgets'
import type { Member } from './staff'

/** A donor's money on one line, opened by two; answers with the lines' ids. */
export async function seedBudget(members: readonly Member[], since: Date): Promise<string[]> {
  const finance = members.find((one) => one.role === 'finance_officer')?.actor
  const manager = members.find((one) => one.role === 'programme_manager')?.actor
  if (!finance || !manager) throw new Error('the demo needs finance and a manager')
  const sourceId = newId(since)
  const lineId = newId(since)
  await withSystem(
    'practice data',
    async (tx) => {
      await tx.insert(fundingSources).values({
        id: sourceId,
        code: 'DNR-A',
        donorEn: 'Donor A',
        donorAr: 'المانح أ',
        amountMinor: 900_000_000_000,
        currency: 'IQD',
        startsOn: since.toISOString().slice(0, 10),
        endsOn: '2099-12-31',
        proposedBy: finance.userId,
      })
      await tx.insert(budgetLines).values({
        id: lineId,
        sourceId,
        code: 'DNR-A/1',
        nameEn: 'Business grants',
        nameAr: 'منح الأعمال',
        currency: 'IQD',
        proposedMinor: 900_000_000_000,
        proposedBy: finance.userId,
      })
      for (const change of [
        { kind: 'activate_source', lineId: null },
        { kind: 'activate_line', lineId },
      ]) {
        const id = newId(since)
        const proposed = { id, sourceId, ...change, reason: 'فتح البند', proposedBy: finance.userId }
        await tx.insert(budgetChanges).values(proposed)
        await tx
          .update(budgetChanges)
          .set({ outcome: 'approved', decidedBy: manager.userId, decidedAt: since })
          .where(eq(budgetChanges.id, id))
      }
    },
    { at: since },
  )
  return [lineId]
}
