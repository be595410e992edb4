import { and, asc, desc, eq, sql } from 'drizzle-orm'
import { type Tx, withActor } from '../../../db/client'
import {
  committeeDeclarations,
  committeeItems,
  committeeMeetings,
  committeeMembers,
  committeeScores,
} from '../../../db/schema/committee'
import { users } from '../../../db/schema/users'
import type { Actor } from '../../auth/actor'
import { decisionCard } from '../decision-card'
import { readGrant } from '../load'
import { lineChoices } from './line-choices'
import type { CommitteeOutcome } from './score'

/** Scores that the actor may see: their own, and others' only after it or after the outcome (row-level security keeps it). */
function readScores(tx: Tx, itemId: string) {
  return tx
    .select({
      userId: committeeScores.userId,
      name: users.name,
      viability: committeeScores.viability,
      experience: committeeScores.experience,
      jobs: committeeScores.jobs,
      risk: committeeScores.risk,
      socialValue: committeeScores.socialValue,
      remark: committeeScores.remark,
    })
    .from(committeeScores)
    .innerJoin(users, eq(users.id, committeeScores.userId))
    .where(eq(committeeScores.itemId, itemId))
    .orderBy(asc(users.name))
}

/** Everything the page of one application before a meeting shows; null when it does not exist for this actor. */
export function getItem(actor: Actor, meetingId: string, itemId: string) {
  return withActor(actor, async (tx) => {
    const found = await tx
      .select({ id: committeeItems.caseId })
      .from(committeeItems)
      .where(eq(committeeItems.id, itemId))
    const caseId = found[0]?.id
    if (!caseId) return null
    const [items, grant, current, members, declarations, scores, progress] = await Promise.all([
      tx
        .select({
          id: committeeItems.id,
          caseId: committeeItems.caseId,
          round: committeeItems.round,
          outcome: sql<CommitteeOutcome | null>`${committeeItems.outcome}`,
          reason: committeeItems.reason,
          recordedBy: sql<string | null>`(select name from users u where u.id = ${committeeItems.recordedBy})`,
          heldOn: committeeMeetings.heldOn,
          state: committeeMeetings.state,
          lineId: sql<string | null>`(select budget_line_id from grants g where g.case_id = ${committeeItems.caseId})`,
        })
        .from(committeeItems)
        .innerJoin(committeeMeetings, eq(committeeMeetings.id, committeeItems.meetingId))
        .where(and(eq(committeeItems.id, itemId), eq(committeeItems.meetingId, meetingId))),
      readGrant(tx, caseId),
      decisionCard(tx, caseId),
      tx
        .select({ id: committeeMembers.userId })
        .from(committeeMembers)
        .where(eq(committeeMembers.meetingId, meetingId)),
      tx
        .select({
          userId: committeeDeclarations.userId,
          name: users.name,
          hasConflict: committeeDeclarations.hasConflict,
          reason: committeeDeclarations.reason,
        })
        .from(committeeDeclarations)
        .innerJoin(users, eq(users.id, committeeDeclarations.userId))
        .where(eq(committeeDeclarations.itemId, itemId)),
      readScores(tx, itemId),
      tx.execute<{ item_id: string; declared: number; scored: number; in_conflict: number }>(
        sql`select * from committee_progress(${meetingId}) where item_id = ${itemId}`,
      ),
    ])
    const item = items[0]
    if (!item || !grant || !current) return null
    const lines = await lineChoices(tx, grant)
    return { item, grant, card: current.card, members, declarations, scores, progress: progress[0] ?? null, lines }
  })
}

export type ItemPage = NonNullable<Awaited<ReturnType<typeof getItem>>>

/** The committee's history of one grant, newest first, with the lines that could pay; null when out of scope. */
export function getGrantCommittee(actor: Actor, caseId: string) {
  return withActor(actor, async (tx) => {
    const [grant, items] = await Promise.all([
      readGrant(tx, caseId),
      tx
        .select({
          id: committeeItems.id,
          meetingId: committeeItems.meetingId,
          heldOn: committeeMeetings.heldOn,
          venue: committeeMeetings.venue,
          round: committeeItems.round,
          outcome: sql<CommitteeOutcome | null>`${committeeItems.outcome}`,
          reason: committeeItems.reason,
          mean: committeeItems.meanHundredths,
          spread: committeeItems.spread,
          scoredBy: committeeItems.scoredBy,
          lineId: sql<string | null>`(select budget_line_id from grants g where g.case_id = ${committeeItems.caseId})`,
        })
        .from(committeeItems)
        .innerJoin(committeeMeetings, eq(committeeMeetings.id, committeeItems.meetingId))
        .where(eq(committeeItems.caseId, caseId))
        .orderBy(desc(committeeItems.id)),
    ])
    if (!grant) return null
    const waited = items.find((item) => item.round === grant.round && item.outcome === 'waitlisted')
    const isMovedUp =
      grant.status === 'committee_review' && Boolean(waited) && !items.some((item) => item.outcome === null)
    return { grant, items, isMovedUp, lines: await lineChoices(tx, grant) }
  })
}
