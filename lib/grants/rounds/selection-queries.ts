import { sql } from 'drizzle-orm'
import { withActor } from '../../../db/client'
import type { Actor } from '../../auth/actor'
import { arrayOf, type Cursor, type Page, pageOf, pageSize } from '../../cases/scope'
import { fullNameSql } from '../../people/name-sql'
import type { GrantStatus } from '../machine'
import { type FairnessCount, type FairnessDimension, fairnessTables } from './fairness'
import { readRound } from './queries'
import { listedStatuses } from './rules'

export type SelectionRow = {
  id: string
  reference: string
  name: string
  status: GrantStatus
  score: number | null
  mean: number | null
  amount_minor: string
  currency: 'IQD' | 'USD'
}

/** The list of a round narrowed to one cell of the fairness view, and to one status. */
export type SelectionFilter = Cursor & {
  dimension?: FairnessDimension | undefined
  value?: string | undefined
  status?: GrantStatus | undefined
}

/**
 * A round with its selection list (every grant that reached the committee or further, newest first) and how it stands: one
 * statement counts all applicants in scope by each dimension, as they were on the day they applied; `round_listed` narrows by the same. Null when there is no such round.
 */
export function getSelection(actor: Actor, roundId: string, filter: SelectionFilter) {
  const { after, before, dimension, value, status } = filter
  return withActor(actor, async (tx) => {
    const [found, rows, counts] = await Promise.all([
      readRound(tx, roundId),
      tx.execute<SelectionRow>(sql`
        select c.id, c.reference, ${fullNameSql} as name, c.status, g.amount_minor, g.currency,
          (select s.score from grant_screenings s where s.case_id = c.id order by s.round desc limit 1) as score,
          (select i.mean_hundredths from committee_items i where i.case_id = c.id and i.outcome is not null order by i.id desc limit 1) as mean
        from round_listed(${roundId}, ${arrayOf(status ? [status] : listedStatuses)}::text[], ${dimension ?? null}, ${value ?? null},
          ${after ?? null}, ${before ?? null}, ${pageSize + 1}) as listed (id)
          join grants g on g.case_id = listed.id join cases c on c.id = g.case_id join people p on p.id = g.person_id
        order by g.case_id ${before ? sql`asc` : sql`desc`}`),
      tx.execute<FairnessCount>(sql`select * from round_fairness(${roundId})`),
    ])
    if (!found) return null
    const page: Page<SelectionRow> = pageOf([...rows], filter)
    return { ...found, page, ...fairnessTables([...counts], found.quotas) }
  })
}

export type SelectionPage = NonNullable<Awaited<ReturnType<typeof getSelection>>>
