import { asc, eq } from 'drizzle-orm'
import type { Tx } from '../../db/client'
import { fundingRounds, grants } from '../../db/schema/grants'
import { businessPlanLines, businessPlanMilestones, businessPlanMonths, businessPlans } from '../../db/schema/plans'

/** The business plan of a grant. */
export function readPlan(tx: Tx, caseId: string) {
  return tx
    .select({
      description: businessPlans.description,
      market: businessPlans.market,
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
    .where(eq(businessPlans.caseId, caseId))
}

/** Its budget lines, in order. */
export function readPlanLines(tx: Tx, caseId: string) {
  return tx
    .select({
      item: businessPlanLines.item,
      quantity: businessPlanLines.quantity,
      unitPriceMinor: businessPlanLines.unitPriceMinor,
      supplier: businessPlanLines.supplier,
      quote: businessPlanLines.quote,
    })
    .from(businessPlanLines)
    .where(eq(businessPlanLines.caseId, caseId))
    .orderBy(asc(businessPlanLines.position))
}

/** Its cash flow, month by month. */
export function readMonths(tx: Tx, caseId: string) {
  return tx
    .select({
      month: businessPlanMonths.month,
      incomeMinor: businessPlanMonths.incomeMinor,
      costMinor: businessPlanMonths.costMinor,
    })
    .from(businessPlanMonths)
    .where(eq(businessPlanMonths.caseId, caseId))
    .orderBy(asc(businessPlanMonths.month))
}

/** Its milestones, in order. */
export function readMilestones(tx: Tx, caseId: string) {
  return tx
    .select({
      position: businessPlanMilestones.position,
      title: businessPlanMilestones.title,
      evidence: businessPlanMilestones.evidence,
      dueMonth: businessPlanMilestones.dueMonth,
    })
    .from(businessPlanMilestones)
    .where(eq(businessPlanMilestones.caseId, caseId))
    .orderBy(asc(businessPlanMilestones.position))
}

/** What the application and its round ask of the plan. */
export function readPlanNeeds(tx: Tx, caseId: string) {
  return tx
    .select({ form: grants.form, amountMinor: grants.amountMinor, trancheSplit: fundingRounds.trancheSplit })
    .from(grants)
    .innerJoin(fundingRounds, eq(fundingRounds.id, grants.fundingRoundId))
    .where(eq(grants.caseId, caseId))
}
