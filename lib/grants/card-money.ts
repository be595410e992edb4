import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Tx } from '../../db/client'
import { budgetLines, fundingSources } from '../../db/schema/budgets'
import { approvalLimits, grants } from '../../db/schema/grants'

/** From which amount a second approval is needed. */
export function readLimit(tx: Tx, caseId: string) {
  const currency = sql`(select currency from grants where case_id = ${caseId})`
  return tx
    .select({ secondStageFromMinor: approvalLimits.secondStageFromMinor })
    .from(approvalLimits)
    .where(
      and(
        eq(approvalLimits.programme, 'livelihoods'),
        eq(approvalLimits.currency, currency),
        isNull(approvalLimits.endedAt),
      ),
    )
}

/** The line that is to pay, and whether it may: what does not change from one approval to the next. */
export function readLine(tx: Tx, caseId: string) {
  return tx
    .select({
      id: budgetLines.id,
      code: budgetLines.code,
      nameEn: budgetLines.nameEn,
      nameAr: budgetLines.nameAr,
      currency: budgetLines.currency,
      donorEn: fundingSources.donorEn,
      donorAr: fundingSources.donorAr,
      isOpen: sql<boolean>`${budgetLines.state} = 'active' and ${fundingSources.state} = 'active'
        and app_today() between ${fundingSources.startsOn} and ${fundingSources.endsOn}`,
      servesDistrict: sql<boolean>`not exists (select from funding_source_districts d where d.source_id = ${fundingSources.id})
        or exists (select from funding_source_districts d join cases c on c.id = ${grants.caseId} and c.district_pcode = d.district_pcode
          where d.source_id = ${fundingSources.id})`,
    })
    .from(grants)
    .innerJoin(budgetLines, eq(budgetLines.id, grants.budgetLineId))
    .innerJoin(fundingSources, eq(fundingSources.id, budgetLines.sourceId))
    .where(eq(grants.caseId, caseId))
}

/** What the line holds at this moment, in minor units. It moves with every approval, so it is shown but not part of the hash. */
export function readRoom(tx: Tx, caseId: string) {
  return tx
    .select({ allocatedMinor: budgetLines.allocatedMinor, committedMinor: budgetLines.committedMinor })
    .from(grants)
    .innerJoin(budgetLines, eq(budgetLines.id, grants.budgetLineId))
    .where(eq(grants.caseId, caseId))
}
