import { type SQL, sql } from 'drizzle-orm'
import { withActor } from '../../../db/client'
import type { Actor } from '../../auth/actor'
import { arrayOf, type Cursor, type Page, pageOf, pageSize } from '../../cases/scope'
import { fullName } from '../list-query'
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

const day = sql.raw(`(g.submitted_at at time zone 'Asia/Baghdad')::date`)

/** The same kinds of people as round_fairness counts. */
const kindOf: Record<FairnessDimension, SQL> = {
  sex: sql`p.sex`,
  age_band: sql`age_band(p.birth_on, ${day})`,
  displacement: sql`displacement_on(p.id, ${day})`,
  disability: sql`case when has_disability(p.id, ${day}) then 'yes' else 'no' end`,
  district: sql`c.district_pcode`,
}

/**
 * A round with its selection list (every grant that reached the committee or further, newest first) and how it stands: one
 * statement counts all applicants in scope by each dimension. Null when there is no such round.
 */
export function getSelection(actor: Actor, roundId: string, filter: SelectionFilter) {
  const { after, before, dimension, value, status } = filter
  return withActor(actor, async (tx) => {
    const [found, rows, counts] = await Promise.all([
      readRound(tx, roundId),
      tx.execute<SelectionRow>(sql`
        select c.id, c.reference, ${fullName} as name, c.status, g.amount_minor, g.currency,
          (select s.score from grant_screenings s where s.case_id = c.id order by s.round desc limit 1) as score,
          (select i.mean_hundredths from committee_items i where i.case_id = c.id and i.outcome is not null order by i.id desc limit 1) as mean
        from grants g join cases c on c.id = g.case_id join people p on p.id = g.person_id
        where g.funding_round_id = ${roundId}
          and c.status = any (${arrayOf(status ? [status] : listedStatuses)}::text[])
          ${dimension && value ? sql`and ${kindOf[dimension]} = ${value}` : sql``}
          ${before ? sql`and g.case_id > ${before}::uuid` : after ? sql`and g.case_id < ${after}::uuid` : sql``}
        order by g.case_id ${before ? sql`asc` : sql`desc`} limit ${pageSize + 1}`),
      tx.execute<FairnessCount>(sql`select * from round_fairness(${roundId})`),
    ])
    if (!found) return null
    const page: Page<SelectionRow> = pageOf([...rows], filter)
    return { ...found, page, ...fairnessTables([...counts], found.quotas) }
  })
}

export type SelectionPage = NonNullable<Awaited<ReturnType<typeof getSelection>>>
