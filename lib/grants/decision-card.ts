import { createHash } from 'node:crypto'
import type { Tx } from '../../db/client'
import { readRate } from './budgets/rate'
import { readConsent, readDuplicates, readFiles, readPastHelp, readRequest } from './card-application'
import { readCommittee } from './card-committee'
import { readFairness } from './card-fairness'
import { readLimit, readLine, readRoom } from './card-money'
import { readMilestones, readMonths, readPlan, readPlanLines, readPlanNeeds } from './card-plan'
import { readDecisions, readScreening, readVisits } from './card-review'
import type { RuleResult } from './eligibility'
import { planTotal } from './plan-total'

type Read = NonNullable<Awaited<ReturnType<typeof readCard>>>

/** Everything that a decision needs on one page. What is hashed is this object, so what was shown is what was decided. */
export type DecisionCard = Read['card']

/** What moves with every other approval: shown beside the card and kept with the decision, but not hashed. */
export type LiveFigures = Awaited<ReturnType<typeof readLive>>

/** Read where a decision is looked at or taken, not with every opening of the case: it counts the whole round. */
export async function readLive(tx: Tx, caseId: string) {
  const [room, fairness, rate] = await Promise.all([readRoom(tx, caseId), readFairness(tx, caseId), readRate(tx)])
  return { room: room[0] ?? null, fairness, rate }
}

/** Reads the card in one round trip. Scope is the transaction's: what the actor may not see is not on the card. */
async function readCard(tx: Tx, caseId: string) {
  const [
    request,
    screening,
    verifications,
    plan,
    lines,
    months,
    milestones,
    needs,
    help,
    duplicates,
    files,
    decisions,
    limit,
    consent,
    committee,
    line,
  ] = await Promise.all([
    readRequest(tx, caseId),
    readScreening(tx, caseId),
    readVisits(tx, caseId),
    readPlan(tx, caseId),
    readPlanLines(tx, caseId),
    readMonths(tx, caseId),
    readMilestones(tx, caseId),
    readPlanNeeds(tx, caseId),
    readPastHelp(tx, caseId),
    readDuplicates(tx, caseId),
    readFiles(tx, caseId),
    readDecisions(tx, caseId),
    readLimit(tx, caseId),
    readConsent(tx, caseId),
    readCommittee(tx, caseId),
    readLine(tx, caseId),
  ])
  const asked = request[0]
  if (!asked) return null
  const card = {
    request: asked,
    screening: screening[0] ?? null,
    verifications,
    plan: plan[0]
      ? {
          ...plan[0],
          lines,
          totalMinor: planTotal(lines),
          months,
          milestones,
          trancheSplit: needs[0]?.trancheSplit ?? [],
        }
      : null,
    pastHelp: help,
    duplicates,
    documents: files,
    decisions,
    committee,
    line: line[0] ?? null,
    secondStageFromMinor: limit[0]?.secondStageFromMinor ?? null,
    hasConsent: consent.length > 0,
  }
  return { card }
}

/** SHA-256 over the card; the same records give the same hash, whoever looks. */
export function hashOf(card: DecisionCard): string {
  return createHash('sha256').update(JSON.stringify(card)).digest('hex')
}

/** What the line would have left after this approval, in minor units; below zero there is no room. */
export function roomAfter(card: DecisionCard, live: LiveFigures): number {
  return (live.room ? live.room.allocatedMinor - live.room.committedMinor : 0) - card.request.amountMinor
}

/** The rules of approval, each with its answer. All must be met to approve; returning and rejecting stay open. */
export function approvalRules(card: DecisionCard, live: LiveFigures): RuleResult[] {
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
    {
      key: 'grants.rule.recommended',
      isMet: card.committee.some((said) => said.round === request.round && (said.scoredBy ?? 0) >= 3),
    },
    {
      key: 'grants.rule.lineOpen',
      isMet: card.line?.isOpen === true && card.line.servesDistrict && card.line.currency === request.currency,
    },
    { key: 'grants.rule.lineHasRoom', isMet: roomAfter(card, live) >= 0 },
    { key: 'grants.rule.limitSet', isMet: secondStageFromMinor !== null },
  ]
}

/** The card of a grant, with the hash of exactly what is on it; null when it does not exist for this actor. */
export async function decisionCard(tx: Tx, caseId: string): Promise<(Read & { hash: string }) | null> {
  const read = await readCard(tx, caseId)
  return read ? { ...read, hash: hashOf(read.card) } : null
}
