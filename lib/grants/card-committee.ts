import { desc, eq, sql } from 'drizzle-orm'
import type { Tx } from '../../db/client'
import { committeeItems, committeeMeetings } from '../../db/schema/committee'

/** What the committee said, the newest first: mean in hundredths of a point of 25, spread in points. */
export function readCommittee(tx: Tx, caseId: string) {
  return tx
    .select({
      round: committeeItems.round,
      heldOn: committeeMeetings.heldOn,
      outcome: committeeItems.outcome,
      reason: committeeItems.reason,
      meanHundredths: committeeItems.meanHundredths,
      spread: committeeItems.spread,
      scoredBy: committeeItems.scoredBy,
      conflicts: sql<number>`(select count(*)::integer from committee_declarations d where d.item_id = ${committeeItems.id} and d.has_conflict)`,
    })
    .from(committeeItems)
    .innerJoin(committeeMeetings, eq(committeeMeetings.id, committeeItems.meetingId))
    .where(eq(committeeItems.caseId, caseId))
    .orderBy(desc(committeeItems.id))
    .limit(5)
}
