import { asc, eq, sql } from 'drizzle-orm'
import type { Tx } from '../../../db/client'
import { complaintCategories, consultationRegisters } from '../../../db/schema/consultations'
import { facilities } from '../../../db/schema/facilities'
import type { Actor } from '../../auth/actor'
import { may } from '../../auth/roles'
import type { Permission } from '../../commands/command'
import { InvalidField } from '../../commands/result'
import type { Category } from './domain'
import type { Line } from './lines'

/** The complaint categories that can be typed, in their order; `all` also those that are out of use. */
export async function readCategories(tx: Tx, all = false): Promise<Category[]> {
  return tx
    .select({
      code: complaintCategories.code,
      number: complaintCategories.position,
      nameEn: complaintCategories.nameEn,
      nameAr: complaintCategories.nameAr,
      nameCkb: complaintCategories.nameCkb,
    })
    .from(complaintCategories)
    .where(all ? undefined : eq(complaintCategories.isActive, true))
    .orderBy(asc(complaintCategories.position), asc(complaintCategories.code))
}

export type LoadedRegister = {
  id: string
  teamId: string
  facilityId: string
  heldOn: string
  withdrawnAt: Date | null
}

/** A register of the actor's scope, locked; null when it does not exist for them. */
export async function lockRegister(tx: Tx, registerId: string): Promise<LoadedRegister | null> {
  const rows = await tx
    .select({
      id: consultationRegisters.id,
      teamId: consultationRegisters.teamId,
      facilityId: consultationRegisters.facilityId,
      heldOn: consultationRegisters.heldOn,
      withdrawnAt: consultationRegisters.withdrawnAt,
    })
    .from(consultationRegisters)
    .where(eq(consultationRegisters.id, registerId))
    .for('update')
  return rows[0] ?? null
}

/** Correct or withdraw a register: whoever enters registers, in the team that entered it. Withdrawn ones are history. */
export function canCorrect(actor: Actor, register: { teamId: string; withdrawnAt: Date | null }): Permission {
  if (!may(actor, 'consultations.write') || !actor.teams.includes(register.teamId)) return false
  return register.withdrawnAt === null || [{ key: 'consultations.refused.withdrawn' }]
}

/** The actor's team in the facility's district, else their first. */
const teamThere = (actor: Actor) => sql<string | null>`(select t.id from teams t
  where t.id = any (${`{${actor.teams.join(',')}}`}::uuid[])
  order by t.district_pcode = ${facilities.districtPcode} desc, t.id limit 1)`

/** Where a register belongs: the facility's district, and the actor's team. Throws InvalidField. */
export async function placeOf(tx: Tx, actor: Actor, facilityId: string, heldOn: string) {
  const rows = await tx
    .select({ districtPcode: facilities.districtPcode, closedOn: facilities.closedOn, teamId: teamThere(actor) })
    .from(facilities)
    .where(eq(facilities.id, facilityId))
  const place = rows[0]
  if (!place?.teamId) throw new InvalidField({ facilityId: 'errors.choose' })
  if (place.closedOn && place.closedOn < heldOn)
    throw new InvalidField({ facilityId: 'consultations.errors.facilityClosed' })
  return { districtPcode: place.districtPcode, teamId: place.teamId }
}

/** Where registers of each facility of the directory belong; it has some hundred. Empty for an actor without a team. */
export async function placesOf(tx: Tx, actor: Actor) {
  const rows = await tx
    .select({
      id: facilities.id,
      code: facilities.code,
      districtPcode: facilities.districtPcode,
      closedOn: facilities.closedOn,
      teamId: teamThere(actor),
    })
    .from(facilities)
  return rows.flatMap(({ teamId, ...place }) => (teamId ? [{ ...place, teamId }] : []))
}

export type NumberedLine = Line & { registerId: string; position: number }

/** Writes lines, of one register or of many, in one statement: so the totals are added up once and in one order. */
export async function insertLines(tx: Tx, lines: readonly NumberedLine[]): Promise<void> {
  await tx.execute(sql`
    insert into consultations (register_id, position, sex, age_years, displacement, disability, category_code, is_new)
    select r."registerId", r.position, r.sex, r.age, r.displacement, r.disability, r.category, r.visit = 'new'
    from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) r("registerId" uuid, position smallint, sex text, age smallint,
      displacement text, disability text, category text, visit text)`)
}
