import { createCipheriv, createDecipheriv, createHash, createHmac } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { withActor } from '../../../db/client'
import type { Actor } from '../../auth/actor'
import { env } from '../../env'
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

/** The same case always bears the same pseudonym, and nobody without the deployment's secret finds the case behind it. */
function pseudonym(caseId: string): string {
  const hash = createHmac('sha256', env().AUTH_SECRET).update(`figures\n${caseId}`).digest('hex')
  return `R-${hash.slice(0, 10).toUpperCase()}`
}

const cipherKey = () => createHash('sha256').update(`figures cursor\n${env().AUTH_SECRET}`).digest().subarray(0, 16)

/** Where the next page begins, as a text that does not tell which case stands there. One block, so it needs no vector. */
function seal(caseId: string): string {
  const cipher = createCipheriv('aes-128-ecb', cipherKey(), null).setAutoPadding(false)
  return Buffer.concat([cipher.update(Buffer.from(caseId.replaceAll('-', ''), 'hex')), cipher.final()]).toString(
    'base64url',
  )
}

/** The case that a sealed text stands for; null for anything else. Whatever comes out is only ever compared with. */
function unseal(text: string): string | null {
  const bytes = Buffer.from(text, 'base64url')
  if (bytes.length !== 16) return null
  const cipher = createDecipheriv('aes-128-ecb', cipherKey(), null).setAutoPadding(false)
  const hex = Buffer.concat([cipher.update(bytes), cipher.final()]).toString('hex')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

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
