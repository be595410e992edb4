import { sql } from 'drizzle-orm'
import { type Tx, withActor, withSystem } from '../../../db/client'
import type { Actor } from '../../auth/actor'
import { may } from '../../auth/roles'
import type { Named } from '../../i18n/in-locale'
import { pseudonym, seal, unseal } from '../../pseudonym'
import { leastShown } from '../../small-groups'
import { type Dimension, type FigureRow, isWithheld, type Measure, type ShownRow, withhold } from './measures'

/** Days, `YYYY-MM-DD`, between which a referral was sent. */
export type Period = { from: string; to: string }

/** Whether this actor sees figures of people they may not look up: then small groups are withheld. */
export const isDeidentified = (actor: Actor) => !may(actor, 'referrals.read')

type Raw = Record<Measure, number> & {
  dimension: FigureRow['dimension']
  value: string
  accept: number | null
  attend: number | null
}

/** Names of districts and facilities, by the value that figures bear. */
async function readNames(tx: Tx): Promise<Map<string, Named>> {
  const rows = await tx.execute<{ value: string; en: string; ar: string }>(sql`
    select pcode as value, name_en as en, name_ar as ar from locations where level = 2
    union all select id::text, name_en, name_ar from facilities`)
  return new Map([...rows].map((row) => [row.value, { en: row.en, ar: row.ar }]))
}

const hours = (value: number | null) => (value === null ? null : Math.round(Number(value) * 10) / 10)

/**
 * The referrals of a period in figures: of all, and by each value of each dimension. Empty for who may not count. Read from
 * totals that the database keeps (decision 16), never from all referrals.
 */
export function getHealthFigures(actor: Actor, period: Period) {
  return withActor(actor, async (tx) => {
    const [found, names] = await Promise.all([
      tx.execute<Raw>(sql`
        select * from health_figures(${period.from}::date, ${period.to}::date) f order by f.dimension, f.referrals desc, f.value`),
      readNames(tx),
    ])
    const all = [...found].map(
      ({ accept, attend, ...row }): FigureRow => ({
        ...row,
        hoursToAccept: hours(accept),
        hoursToAttend: hours(attend),
      }),
    )
    const rows = isDeidentified(actor) ? withhold(all) : all.map((row): ShownRow => ({ ...row, withheld: [] }))
    return { rows, names }
  })
}

/** With fewer changes than this, reading them one by one costs less than adding them up. */
const leastChanges = 200

/** Adds up what has changed since the totals were last added up. Called after a page was answered; a figure is right without it, only slower. */
export function foldHealthFigures(): Promise<void> {
  return withSystem('figures', async (tx) => {
    await tx.execute(sql`select referral_figures_fold(${leastChanges})`)
  })
}

export type RecordFilter = Period & { measure: Measure; dimension: Dimension | null; value: string }
export type RecordRow = {
  caseId: string | null
  reference: string
  status: string | null
  service: string
  priority: string
  sex: string
  ageBand: string
  districtPcode: string
  /** The day it was sent; where nobody is to be recognised, the first of its month. */
  sentOn: string
}

type RawRecord = {
  case_id: string
  reference: string
  status: string
  service: string
  priority: string
  sex: string
  age_band: string
  district_pcode: string
  sent_on: string
}

const most = 50
const nothing = { rows: [], isTooFew: true, next: null, names: new Map<string, Named>() }

/** Whether the table of figures withholds this group: its list must not say what the table does not. */
async function isSmall(actor: Actor, { measure, dimension, value, ...period }: RecordFilter): Promise<boolean> {
  const { rows } = await getHealthFigures(actor, period)
  const isMeant = (row: FigureRow) =>
    dimension ? row.dimension === dimension && row.value === value : row.dimension === 'all'
  return rows.some((row) => isMeant(row) && isWithheld(row, measure))
}

/** A month is read as its days within the period: those an index finds. What is no month has no records. */
function asRead({ dimension, value, from, to }: RecordFilter): Period & { dimension: Dimension | null } {
  const [year, month] = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(value)?.slice(1).map(Number) ?? []
  if (dimension !== 'month' || !year || !month) return { dimension, from, to }
  const last = new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)
  return { dimension: null, from: from > `${value}-01` ? from : `${value}-01`, to: to < last ? to : last }
}

/** The records behind a number, fifty a page; without names and roughly dated for who may not look them up. */
export async function listHealthRecords(actor: Actor, filter: RecordFilter, after: string | null) {
  const isHidden = isDeidentified(actor)
  if (isHidden && (await isSmall(actor, filter))) return nothing
  const start = after ? unseal(after) : null
  const { value, measure } = filter
  const { dimension, from, to } = asRead(filter)
  return withActor(actor, async (tx) => {
    const [found, names] = await Promise.all([
      tx.execute<RawRecord>(sql`
        select f.case_id, f.reference, f.status, f.service, f.priority, f.sex, f.age_band, f.district_pcode,
          to_char(f.requested_at at time zone 'Asia/Baghdad', 'YYYY-MM-DD') as sent_on
        from health_records(${measure}, ${dimension}, ${value}, ${from}::date, ${to}::date, ${start}::uuid, ${most + 1}) f
        order by f.case_id desc`),
      readNames(tx),
    ])
    if (isHidden && !start && found.length > 0 && found.length < leastShown) return nothing
    const rows = found.slice(0, most).map(
      (row): RecordRow => ({
        caseId: isHidden ? null : row.case_id,
        reference: isHidden ? pseudonym(row.case_id) : row.reference,
        status: isHidden ? null : row.status,
        service: row.service,
        priority: row.priority,
        sex: row.sex,
        ageBand: row.age_band,
        districtPcode: row.district_pcode,
        sentOn: isHidden ? `${row.sent_on.slice(0, 7)}-01` : row.sent_on,
      }),
    )
    return { rows, isTooFew: false, next: found.length > most ? seal(found[most - 1]?.case_id ?? '') : null, names }
  })
}
