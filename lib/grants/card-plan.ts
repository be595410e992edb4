import { asc, eq } from 'drizzle-orm'
import type { Tx } from '../../db/client'
import { businessPlanLines, businessPlans } from '../../db/schema/plans'

/** The business plan of a grant. */
export function readPlan(tx: Tx, caseId: string) {
  return tx
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
    .where(eq(businessPlans.caseId, caseId))
}

/** Its budget lines, in order. */
export function readPlanLines(tx: Tx, caseId: string) {
  return tx
    .select({
      item: businessPlanLines.item,
      quantity: businessPlanLines.quantity,
      unitPriceMinor: businessPlanLines.unitPriceMinor,
    })
    .from(businessPlanLines)
    .where(eq(businessPlanLines.caseId, caseId))
    .orderBy(asc(businessPlanLines.position))
}
