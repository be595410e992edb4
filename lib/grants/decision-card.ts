import { createHash } from 'node:crypto'
import { and, asc, desc, eq, isNull, ne, or, sql } from 'drizzle-orm'
import type { Tx } from '../../db/client'
import { cases, documents } from '../../db/schema/cases'
import {
  approvalLimits,
  fundingRounds,
  grantDecisions,
  grantScreenings,
  grants,
  grantVerifications,
} from '../../db/schema/grants'
import { duplicateFlags } from '../../db/schema/identity'
import { consents, displacements, householdMembers, people } from '../../db/schema/people'
import { sectors } from '../../db/schema/places'
import { businessPlanLines, businessPlans } from '../../db/schema/plans'
import { users } from '../../db/schema/users'
import type { RuleResult } from './eligibility'
import { planTotal } from './plan-total'
import type { ScoreLine } from './score'

/** Everything that a decision needs on one page. What is hashed is this object, so what was shown is what was decided. */
export type DecisionCard = NonNullable<Awaited<ReturnType<typeof readCard>>>

const day = (column: unknown) => sql<string>`to_char(${column} at time zone 'Asia/Baghdad', 'YYYY-MM-DD')`

/** Reads the card in one round trip. Scope is the transaction's: what the actor may not see is not on the card. */
async function readCard(tx: Tx, caseId: string) {
  const personId = sql`(select person_id from grants where case_id = ${caseId})`
  const householdId = sql`(select household_id from grants where case_id = ${caseId})`
  const currency = sql`(select currency from grants where case_id = ${caseId})`
  const ofCase = {
    screening: eq(grantScreenings.caseId, caseId),
    verification: eq(grantVerifications.caseId, caseId),
  }
  const [request, screening, verifications, plan, lines, help, duplicates, files, decisions, limit, consent] =
    await Promise.all([
      tx
        .select({
          reference: cases.reference,
          givenName: people.givenName,
          fatherName: people.fatherName,
          grandfatherName: people.grandfatherName,
          familyName: people.familyName,
          personId: people.id,
          sex: people.sex,
          birthOn: people.birthOn,
          locationPcode: people.locationPcode,
          displacement: displacements.status,
          householdSize: sql<number>`(select count(*)::integer from ${householdMembers} m where m.household_id = ${grants.householdId} and m.to_on is null)`,
          amountMinor: grants.amountMinor,
          currency: sql<'IQD' | 'USD'>`${grants.currency}`,
          form: grants.form,
          sector: grants.sector,
          sectorEn: sectors.nameEn,
          sectorAr: sectors.nameAr,
          businessKind: grants.businessKind,
          businessName: grants.businessName,
          purpose: grants.purpose,
          monthlyIncomeMinor: grants.monthlyIncomeMinor,
          dependants: grants.dependants,
          yearsOfExperience: grants.yearsOfExperience,
          round: grants.round,
          roundCode: fundingRounds.code,
          roundMaxMinor: fundingRounds.maxAmountMinor,
          submittedBy: users.name,
          submittedOn: day(grants.submittedAt),
        })
        .from(grants)
        .innerJoin(cases, eq(cases.id, grants.caseId))
        .innerJoin(people, eq(people.id, grants.personId))
        .innerJoin(sectors, eq(sectors.code, grants.sector))
        .innerJoin(fundingRounds, eq(fundingRounds.id, grants.fundingRoundId))
        .leftJoin(users, eq(users.id, grants.submittedBy))
        .leftJoin(displacements, and(eq(displacements.personId, people.id), isNull(displacements.toOn)))
        .where(eq(grants.caseId, caseId)),
      tx
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
        .where(ofCase.screening)
        .orderBy(desc(grantScreenings.round))
        .limit(1),
      tx
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
        .where(ofCase.verification)
        .orderBy(desc(grantVerifications.round)),
      tx
        .select({
          description: businessPlans.description,
          ownContributionMinor: businessPlans.ownContributionMinor,
          expectedMonthlyProfitMinor: businessPlans.expectedMonthlyProfitMinor,
          jobsNowWomenFull: businessPlans.jobsNowWomenFull,
          jobsNowWomenPart: businessPlans.jobsNowWomenPart,
          jobsNowMenFull: businessPlans.jobsNowMenFull,
          jobsNowMenPart: businessPlans.jobsNowMenPart,
          jobsPlannedWomenFull: businessPlans.jobsPlannedWomenFull,
          jobsPlannedWomenPart: businessPlans.jobsPlannedWomenPart,
          jobsPlannedMenFull: businessPlans.jobsPlannedMenFull,
          jobsPlannedMenPart: businessPlans.jobsPlannedMenPart,
        })
        .from(businessPlans)
        .where(eq(businessPlans.caseId, caseId)),
      tx
        .select({
          item: businessPlanLines.item,
          quantity: businessPlanLines.quantity,
          unitPriceMinor: businessPlanLines.unitPriceMinor,
        })
        .from(businessPlanLines)
        .where(eq(businessPlanLines.caseId, caseId))
        .orderBy(asc(businessPlanLines.position)),
      tx
        .select({
          caseId: cases.id,
          reference: cases.reference,
          status: cases.status,
          amountMinor: grants.amountMinor,
          currency: sql<'IQD' | 'USD'>`${grants.currency}`,
          openedOn: day(cases.openedAt),
        })
        .from(grants)
        .innerJoin(cases, eq(cases.id, grants.caseId))
        .where(and(eq(grants.householdId, householdId), ne(cases.id, caseId)))
        .orderBy(desc(cases.id))
        .limit(20),
      tx
        .select({
          score: duplicateFlags.score,
          state: duplicateFlags.state,
          // Undecided it stops both records; decided "same", only the one that came second.
          stops: sql<boolean>`${duplicateFlags.isBlocking} and (${duplicateFlags.state} = 'open'
          or (${duplicateFlags.state} = 'same' and ${duplicateFlags.personId} = ${personId}))`,
        })
        .from(duplicateFlags)
        .where(or(eq(duplicateFlags.personId, personId), eq(duplicateFlags.otherPersonId, personId)))
        .orderBy(desc(duplicateFlags.score), asc(duplicateFlags.id))
        .limit(10),
      tx
        .select({ id: documents.id, fileName: documents.fileName, kind: documents.kind, sha256: documents.sha256 })
        .from(documents)
        .where(eq(documents.caseId, caseId))
        .orderBy(asc(documents.id)),
      tx
        .select({
          round: grantDecisions.round,
          stage: grantDecisions.stage,
          outcome: grantDecisions.outcome,
          reason: grantDecisions.reason,
          decidedBy: users.name,
          decidedOn: day(grantDecisions.decidedAt),
        })
        .from(grantDecisions)
        .innerJoin(users, eq(users.id, grantDecisions.decidedBy))
        .where(eq(grantDecisions.caseId, caseId))
        .orderBy(asc(grantDecisions.id)),
      tx
        .select({ secondStageFromMinor: approvalLimits.secondStageFromMinor })
        .from(approvalLimits)
        .where(
          and(
            eq(approvalLimits.programme, 'livelihoods'),
            eq(approvalLimits.currency, currency),
            isNull(approvalLimits.endedAt),
          ),
        ),
      tx
        .select({ id: consents.id })
        .from(consents)
        .where(
          and(
            eq(consents.personId, personId),
            eq(consents.purpose, 'livelihood_grant'),
            isNull(consents.withdrawnOn),
            sql`${consents.expiresOn} >= app_today()`,
          ),
        )
        .limit(1),
    ])
  const asked = request[0]
  if (!asked) return null
  return {
    request: asked,
    screening: screening[0] ?? null,
    verifications,
    plan: plan[0] ? { ...plan[0], lines, totalMinor: planTotal(lines) } : null,
    pastHelp: help,
    duplicates,
    documents: files,
    decisions,
    secondStageFromMinor: limit[0]?.secondStageFromMinor ?? null,
    hasConsent: consent.length > 0,
  }
}

/** SHA-256 over the card; the same records give the same hash, whoever looks. */
export function hashOf(card: DecisionCard): string {
  return createHash('sha256').update(JSON.stringify(card)).digest('hex')
}

/** The rules of approval, each with its answer. All must be met to approve; returning and rejecting stay open. */
export function approvalRules(card: DecisionCard): RuleResult[] {
  const { request, screening, plan, secondStageFromMinor } = card
  const verified = card.verifications.some((visit) => visit.round === request.round && visit.isConfirmed)
  return [
    { key: 'grants.rule.screened', isMet: screening?.isEligible === true && screening.round === request.round },
    { key: 'grants.rule.verified', isMet: verified },
    {
      key: 'grants.rule.planCovers',
      isMet: plan !== null && plan.totalMinor >= request.amountMinor + plan.ownContributionMinor,
    },
    { key: 'grants.rule.amountWithinRound', isMet: request.amountMinor <= request.roundMaxMinor },
    {
      key: 'grants.rule.noDuplicate',
      isMet: !card.duplicates.some((flag) => flag.stops),
    },
    { key: 'grants.rule.consent', isMet: card.hasConsent },
    { key: 'grants.rule.limitSet', isMet: secondStageFromMinor !== null },
  ]
}

/** The card of a grant, with the hash of exactly what is on it; null when it does not exist for this actor. */
export async function decisionCard(tx: Tx, caseId: string): Promise<{ card: DecisionCard; hash: string } | null> {
  const card = await readCard(tx, caseId)
  return card ? { card, hash: hashOf(card) } : null
}
