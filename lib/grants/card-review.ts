import { asc, desc, eq, sql } from 'drizzle-orm'
import type { Tx } from '../../db/client'
import { grantDecisions, grantScreenings, grantVerifications } from '../../db/schema/grants'
import { users } from '../../db/schema/users'
import { baghdadDayOf } from './card-days'
import type { RuleResult } from './eligibility'
import type { ScoreLine } from './score'

/** The newest screening with its rules and its score. */
export function readScreening(tx: Tx, caseId: string) {
  return tx
    .select({
      round: grantScreenings.round,
      score: grantScreenings.score,
      scoreVersion: grantScreenings.scoreVersion,
      // Written by recordScreening from the pure functions.
      scoreLines: sql<ScoreLine[]>`${grantScreenings.scoreLines}`,
      rules: sql<RuleResult[]>`${grantScreenings.rules}`,
      isEligible: grantScreenings.isEligible,
      remark: grantScreenings.remark,
    })
    .from(grantScreenings)
    .where(eq(grantScreenings.caseId, caseId))
    .orderBy(desc(grantScreenings.round))
    .limit(1)
}

/** The verification visits, the newest first. */
export function readVisits(tx: Tx, caseId: string) {
  return tx
    .select({
      round: grantVerifications.round,
      visitedOn: grantVerifications.visitedOn,
      place: grantVerifications.place,
      findings: grantVerifications.findings,
      isConfirmed: grantVerifications.isConfirmed,
      verifiedBy: users.name,
    })
    .from(grantVerifications)
    .innerJoin(users, eq(users.id, grantVerifications.verifiedBy))
    .where(eq(grantVerifications.caseId, caseId))
    .orderBy(desc(grantVerifications.round))
}

/** What was decided so far, the oldest first. */
export function readDecisions(tx: Tx, caseId: string) {
  return tx
    .select({
      round: grantDecisions.round,
      stage: grantDecisions.stage,
      outcome: grantDecisions.outcome,
      reason: grantDecisions.reason,
      decidedBy: users.name,
      decidedOn: baghdadDayOf(grantDecisions.decidedAt),
    })
    .from(grantDecisions)
    .innerJoin(users, eq(users.id, grantDecisions.decidedBy))
    .where(eq(grantDecisions.caseId, caseId))
    .orderBy(asc(grantDecisions.id))
}
