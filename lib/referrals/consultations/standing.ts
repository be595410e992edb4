import { sql } from 'drizzle-orm'
import type { Tx } from '../../../db/client'
import type { Context } from '../../commands/command'
import type { FileRegister } from './file'
import type { Line } from './lines'

/** Many days of facilities at once, as a file brings them. */
const asJson = (rows: readonly object[]) => sql`${JSON.stringify(rows)}::jsonb`

/** The lines of the registers that stand for these days and that the actor sees, by `<facility> <day>`. */
export async function readStanding(tx: Tx, registers: readonly FileRegister[]): Promise<Map<string, Line[]>> {
  const days = registers.map((register) => ({ facility: register.place.id, day: register.heldOn }))
  const rows = await tx.execute<Line & { key: string }>(sql`
    select r.facility_id || ' ' || r.held_on as key, c.sex, c.age_years as age, c.displacement, c.disability,
      c.category_code as category, case when c.is_new then 'new' else 'follow_up' end as visit
    from jsonb_to_recordset(${asJson(days)}) d(facility uuid, day date)
      join consultation_registers r on r.facility_id = d.facility and r.held_on = d.day and r.withdrawn_at is null
      join consultations c on c.register_id = r.id`)
  const found = new Map<string, Line[]>()
  for (const { key, ...line } of rows) {
    const lines = found.get(key)
    if (lines) lines.push(line)
    else found.set(key, [line])
  }
  return found
}

/** The days, as `<facility> <day>`, that were entered from this file and taken back by someone since. */
export async function readWithdrawn(tx: Tx, registers: readonly FileRegister[], sha256: string): Promise<Set<string>> {
  const days = registers.map((register) => ({ facility: register.place.id, day: register.heldOn }))
  const rows = await tx.execute<{ key: string }>(sql`
    select r.facility_id || ' ' || r.held_on as key
    from jsonb_to_recordset(${asJson(days)}) d(facility uuid, day date)
      join consultation_registers r on r.facility_id = d.facility and r.held_on = d.day and r.withdrawn_at is not null
    where r.file_sha256 = ${sha256}`)
  return new Set(rows.map((row) => row.key))
}

/** Writes registers in their order, and gives the ids of those that were; a day that stands, of whichever team, stays. */
export async function insertRegisters(
  { tx, actor, now }: Context,
  registers: readonly (FileRegister & { id: string })[],
  sha256: string,
): Promise<Set<string>> {
  const values = registers.map(({ id, place, heldOn, lines }, position) => ({
    id,
    position,
    facility: place.id,
    day: heldOn,
    team: place.teamId,
    district: place.districtPcode,
    count: lines.length,
  }))
  const rows = await tx.execute<{ id: string }>(sql`
    insert into consultation_registers
      (id, facility_id, held_on, team_id, district_pcode, source, file_sha256, row_count, entered_by, entered_at)
    select r.id, r.facility, r.day, r.team, r.district, 'import', ${sha256}, r.count, ${actor.userId}::uuid, ${now.toISOString()}::timestamptz
    from jsonb_to_recordset(${asJson(values)}) r(id uuid, position integer, facility uuid, day date, team uuid,
      district text, count integer)
    order by r.position
    on conflict (facility_id, held_on) where withdrawn_at is null do nothing returning id`)
  return new Set(rows.map((row) => row.id))
}
