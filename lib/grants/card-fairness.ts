import { sql } from 'drizzle-orm'
import type { Tx } from '../../db/client'

/** How many of a round's approved grants went to people like this applicant, and what share the round meant for them. */
export type Fairness = {
  dimension: 'sex' | 'displacement' | 'disability'
  value: string
  chosen: number
  total: number
  percent: number | null
}

/** The round's standing for this applicant's sex, displacement status and disability; counted over the whole round. */
export async function readFairness(tx: Tx, caseId: string): Promise<Fairness[]> {
  return [
    ...(await tx.execute<Fairness>(
      sql`select dimension, value, chosen, total, percent from grant_fairness(${caseId})`,
    )),
  ]
}
