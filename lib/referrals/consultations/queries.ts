import { sql } from 'drizzle-orm'
import { type Tx, withActor } from '../../../db/client'
import type { Actor } from '../../auth/actor'
import { arrayOf, type Page, pageOf } from '../../cases/scope'
import type { Named } from '../../i18n/in-locale'
import type { Line } from './lines'
import { readCategories } from './load'
import { type RegisterFilter, registerIds } from './register-ids'

export type RegisterRow = {
  /** The key of the page: day and id. */
  id: string
  registerId: string
  heldOn: string
  facility: Named
  place: Named
  rowCount: number
  /** Lines that fit the filter; all of them without one. */
  matching: number
  enteredBy: string | null
  enteredAt: Date
}

type Raw = {
  id: string
  held_on: string
  row_count: number
  matching: number
  facility_en: string
  facility_ar: string
  place_en: string
  place_ar: string
  entered_by: string | null
  entered_at: string
}

/** One page of registers that count, newest day first, with what the filters are chosen from. */
export function listRegisters(actor: Actor, filter: RegisterFilter) {
  const order = filter.before ? sql`asc` : sql`desc`
  return withActor(actor, async (tx) => {
    const [found, facilities, categories] = await Promise.all([
      tx.execute<Raw>(sql`
        select r.id, r.held_on::text, r.row_count, k.n as matching, f.name_en as facility_en, f.name_ar as facility_ar,
          l.name_en as place_en, l.name_ar as place_ar, u.name as entered_by, r.entered_at
        from (${registerIds(actor, filter)}) k join consultation_registers r on r.id = k.id join facilities f on f.id = r.facility_id
          join locations l on l.pcode = f.location_pcode left join users u on u.id = r.entered_by
        order by r.held_on ${order}, r.id ${order}`),
      readFacilities(tx, actor),
      readCategories(tx, true),
    ])
    const rows = [...found].map(
      (row): RegisterRow => ({
        id: `${row.held_on}_${row.id}`,
        registerId: row.id,
        heldOn: row.held_on,
        facility: { en: row.facility_en, ar: row.facility_ar },
        place: { en: row.place_en, ar: row.place_ar },
        rowCount: row.row_count,
        matching: row.matching,
        enteredBy: row.entered_by,
        enteredAt: new Date(row.entered_at),
      }),
    )
    const page: Page<RegisterRow> = pageOf(rows, filter)
    return { ...page, facilities, categories }
  })
}

export type FacilityOption = {
  id: string
  code: string
  en: string
  ar: string
  district_en: string
  district_ar: string
  near: boolean
}

/** A country's facilities are more than a list to choose from holds; those of the actor's districts come first. */
const mostFacilities = 400

async function readFacilities(tx: Tx, actor: Actor): Promise<FacilityOption[]> {
  const rows = await tx.execute<FacilityOption>(sql`
    select f.id, f.code, f.name_en as en, f.name_ar as ar, d.name_en as district_en, d.name_ar as district_ar, n.near
    from facilities f join locations d on d.pcode = f.district_pcode cross join lateral (
      select f.district_pcode in (select t.district_pcode from teams t where t.id = any (${arrayOf(actor.teams)}::uuid[])) as near) n
    order by n.near desc, d.name_en, f.name_en limit ${mostFacilities}`)
  return [...rows]
}

/** What the form of a register chooses from. */
export function getRegisterForm(actor: Actor) {
  return withActor(actor, async (tx) => {
    const [facilities, categories] = await Promise.all([readFacilities(tx, actor), readCategories(tx)])
    return { facilities, categories }
  })
}

export type RegisterVersion = {
  id: string
  entered_by: string | null
  entered_at: string
  withdrawn_at: string | null
  withdrawn_by: string | null
  row_count: number
  source: 'grid' | 'import'
}

/** A register with its lines and every version of its day; null when it does not exist for this actor. */
export function getRegister(actor: Actor, registerId: string) {
  return withActor(actor, async (tx) => {
    const [heads, lines, versions, categories] = await Promise.all([
      tx.execute<{
        id: string
        held_on: string
        team_id: string
        facility_id: string
        facility_en: string
        facility_ar: string
        place_en: string
        place_ar: string
        team_en: string
        team_ar: string
        row_count: number
        withdrawn_at: string | null
      }>(sql`
        select r.id, r.held_on::text, r.team_id, r.facility_id, f.name_en as facility_en, f.name_ar as facility_ar, l.name_en as place_en,
          l.name_ar as place_ar, t.name_en as team_en, t.name_ar as team_ar, r.row_count, r.withdrawn_at
        from consultation_registers r join facilities f on f.id = r.facility_id join locations l on l.pcode = f.location_pcode
          join teams t on t.id = r.team_id where r.id = ${registerId}::uuid`),
      tx.execute<Line & { position: number }>(sql`
        select position, sex, age_years as age, displacement, disability, category_code as category,
          case when is_new then 'new' else 'follow_up' end as visit
        from consultations where register_id = ${registerId}::uuid order by position`),
      tx.execute<RegisterVersion>(sql`
        select v.id, u.name as entered_by, v.entered_at, v.withdrawn_at, w.name as withdrawn_by, v.row_count, v.source
        from consultation_registers r join consultation_registers v on v.facility_id = r.facility_id and v.held_on = r.held_on
          left join users u on u.id = v.entered_by left join users w on w.id = v.withdrawn_by
        where r.id = ${registerId}::uuid order by v.id desc`),
      readCategories(tx, true),
    ])
    const head = heads[0]
    if (!head) return null
    return { head, lines: [...lines], versions: [...versions], categories }
  })
}
