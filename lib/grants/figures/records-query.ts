import { sql } from 'drizzle-orm'
import { withActor } from '../../../db/client'
import type { Actor } from '../../auth/actor'
import { pseudonym, seal, unseal } from '../../pseudonym'
import { leastShown } from '../../small-groups'
import { type Dimension, isWithheld, type Measure } from './measures'
import { type FigureFilters, getFigures, isDeidentified } from './queries'

export type RecordFilters = FigureFilters & { measure: Measure; dimension: Dimension | null; value: string }

/** A record behind a number. Without access to cases it bears a pseudonym, and its amount and day only roughly. */
export type RecordRow = {
  caseId: string | null
  reference: string
  status: string | null
  submittedOn: string
  roundCode: string
  districtPcode: string
  sex: string
  ageBand: string
  amountMinor: number | null
  currency: 'IQD' | 'USD'
}

const most = 50

type Raw = {
  case_id: string
  reference: string
  status: string
  submitted_on: string
  round_code: string
  district_pcode: string
  sex: string
  age_band: string
  amount_minor: string
  currency: 'IQD' | 'USD'
}

/**
 * The records behind a number, fifty a page, in the order of their ids. `isTooFew`: the group is so small that its list would
 * tell who is in it. `next` is what the next page begins after.
 */
export async function listRecords(actor: Actor, filters: RecordFilters, after: string | null) {
  const start = after ? unseal(after) : null
  const isHidden = isDeidentified(actor)
  if (isHidden && (await isSmall(actor, filters))) return { rows: [], isTooFew: true, next: null }
  const rows = await withActor(actor, (tx) =>
    tx.execute<Raw>(sql`
      select f.case_id, f.reference, f.status, f.submitted_on::text, f.round_code, f.district_pcode, f.sex, f.age_band,
        f.amount_minor::text, f.currency
      from figure_records(${filters.measure}, ${filters.dimension}::text, ${filters.value}, ${filters.from}::date, ${filters.to}::date,
        ${filters.round}::text, ${start}::uuid, ${most + 1}) f`),
  )
  // Narrowed to a measure, even a large group may have few left.
  if (isHidden && !start && rows.length > 0 && rows.length < leastShown) return { rows: [], isTooFew: true, next: null }
  return {
    rows: rows.slice(0, most).map(
      (row): RecordRow => ({
        caseId: isHidden ? null : row.case_id,
        reference: isHidden ? pseudonym(row.case_id) : row.reference,
        status: isHidden ? null : row.status,
        submittedOn: isHidden ? `${row.submitted_on.slice(0, 7)}-01` : row.submitted_on,
        roundCode: row.round_code,
        districtPcode: row.district_pcode,
        sex: row.sex,
        ageBand: row.age_band,
        amountMinor: isHidden ? null : Number(row.amount_minor),
        currency: row.currency,
      }),
    ),
    isTooFew: false,
    next: rows.length > most ? seal(rows[most - 1]?.case_id ?? '') : null,
  }
}

/** Whether the table of figures withholds this group: its list must not say what the table does not. */
async function isSmall(actor: Actor, { measure, dimension, value, ...filters }: RecordFilters): Promise<boolean> {
  const { rows } = await getFigures(actor, filters)
  return rows.some(
    (row) =>
      isWithheld(row, measure) &&
      (dimension ? row.dimension === dimension && row.value === value : row.dimension === 'all'),
  )
}
