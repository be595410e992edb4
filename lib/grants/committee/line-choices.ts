import { and, asc, eq, sql } from 'drizzle-orm'
import type { Tx } from '../../../db/client'
import { budgetLines, fundingSources } from '../../../db/schema/budgets'

/** A line that could pay, with what is still free on it. */
export type LineChoice = {
  id: string
  code: string
  nameEn: string
  nameAr: string
  /** Allocated and not promised yet. */
  freeMinor: number
}

/** What it depends on which lines could pay. */
export type Payable = { currency: 'IQD' | 'USD'; districtPcode: string }

/** Active lines in the grant's currency whose source is open today and for its district, the most room first. */
export function lineChoices(tx: Tx, grant: Payable): Promise<LineChoice[]> {
  const districts = sql`(select d.district_pcode from funding_source_districts d where d.source_id = ${fundingSources.id})`
  return tx
    .select({
      id: budgetLines.id,
      code: budgetLines.code,
      nameEn: budgetLines.nameEn,
      nameAr: budgetLines.nameAr,
      freeMinor: sql<number>`(${budgetLines.allocatedMinor} - ${budgetLines.committedMinor})`.mapWith(Number),
    })
    .from(budgetLines)
    .innerJoin(fundingSources, eq(fundingSources.id, budgetLines.sourceId))
    .where(
      and(
        eq(budgetLines.state, 'active'),
        eq(budgetLines.currency, grant.currency),
        eq(fundingSources.state, 'active'),
        sql`app_today() between ${fundingSources.startsOn} and ${fundingSources.endsOn}`,
        sql`(${grant.districtPcode} in ${districts} or not exists ${districts})`,
      ),
    )
    .orderBy(asc(budgetLines.code))
    .limit(200)
}
