import { asc, sql } from 'drizzle-orm'
import { withActor } from '../../../db/client'
import { fundingRounds } from '../../../db/schema/grants'
import type { Actor } from '../../auth/actor'
import { pageSize } from '../../cases/scope'
import { fullNameSql } from '../../people/name-sql'
import { waitingMean, waitingScore } from './waiting-list'

export type WaitingRow = {
  id: string
  reference: string
  name: string
  mean: number
  score: number
  amount_minor: string
  currency: 'IQD' | 'USD'
  round_code: string
  line_code: string | null
  free_minor: string | null
}

/**
 * One page of the waiting list in scope, in its order: the committee's mean, then the vulnerability score, then the
 * reference; with the room on the line that each waits for. `after`: the reference of the last one seen.
 */
export function listWaiting(actor: Actor, filter: { roundId?: string | undefined; after?: string | undefined }) {
  return withActor(actor, async (tx) => {
    const [rows, rounds] = await Promise.all([
      tx.execute<WaitingRow>(sql`
        with list as materialized (
          select c.id, c.reference, ${fullNameSql} as name, coalesce(${waitingMean}, 0) as mean, coalesce(${waitingScore}, 0)::integer as score,
            g.amount_minor, g.currency, r.code as round_code, l.code as line_code, l.allocated_minor - l.committed_minor as free_minor
          from cases c join grants g on g.case_id = c.id join people p on p.id = g.person_id
          join funding_rounds r on r.id = g.funding_round_id left join budget_lines l on l.id = g.budget_line_id
          where c.programme = 'livelihoods' and c.status = 'waitlisted'
            ${filter.roundId ? sql`and g.funding_round_id = ${filter.roundId}::uuid` : sql``})
        select w.* from list w ${
          filter.after
            ? sql`join list x on x.reference = ${filter.after} and (-w.mean, -w.score, w.reference) > (-x.mean, -x.score, x.reference)`
            : sql``
        } order by w.mean desc, w.score desc, w.reference limit ${pageSize + 1}`),
      tx
        .select({ id: fundingRounds.id, nameEn: fundingRounds.nameEn, nameAr: fundingRounds.nameAr })
        .from(fundingRounds)
        .orderBy(asc(fundingRounds.opensOn))
        .limit(100),
    ])
    const page = rows.slice(0, pageSize)
    return { rows: page, rounds, next: rows.length > pageSize ? (page.at(-1)?.reference ?? null) : null }
  })
}
