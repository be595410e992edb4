import { aliasedTable, and, eq, isNull, sql } from 'drizzle-orm'
import { type Tx, withActor } from '../../db/client'
import { householdMembers, households, people } from '../../db/schema/people'
import { teams } from '../../db/schema/users'
import type { Actor } from '../auth/actor'
import type { Named } from '../i18n/in-locale'
import { fullName } from './identity'
import { noteReading } from './note-reading'
import { type Place, readPlaces } from './read-places'

/** The household that a person is in, as a form names it. */
export type HouseholdChoice = { householdId: string; headName: string; headPersonId: string }
export type RegisterForm = {
  subDistricts: Place[]
  governorates: Place[]
  teams: { id: string; name: Named }[]
  household: HouseholdChoice | null
}

async function householdOf(tx: Tx, personId: string | null): Promise<HouseholdChoice | null> {
  if (!personId) return null
  const rows = await tx
    .select({ householdId: households.id, headPersonId: households.headPersonId, head: nameColumns })
    .from(householdMembers)
    .innerJoin(households, eq(households.id, householdMembers.householdId))
    .innerJoin(people, eq(people.id, households.headPersonId))
    .where(and(eq(householdMembers.personId, personId), isNull(householdMembers.toOn)))
  const row = rows[0]
  return row ? { householdId: row.householdId, headPersonId: row.headPersonId, headName: fullName(row.head) } : null
}

const nameColumns = {
  givenName: people.givenName,
  fatherName: people.fatherName,
  grandfatherName: people.grandfatherName,
  familyName: people.familyName,
}

const placedColumns = {
  teamId: people.teamId,
  districtPcode: people.districtPcode,
  caseworkerId: people.caseworkerId,
  createdBy: people.createdBy,
}

/** What the registration form offers; the household of `memberId` when the actor sees that person. */
export function getRegisterForm(actor: Actor, memberId: string | null): Promise<RegisterForm> {
  return withActor(actor, async (tx) => {
    const [subDistricts, governorates, own, household] = await Promise.all([
      readPlaces(tx, 3),
      readPlaces(tx, 1),
      tx
        .select({ id: teams.id, en: teams.nameEn, ar: teams.nameAr, ckb: teams.nameCkb })
        .from(teams)
        .where(and(sql`${teams.id} = any(app_teams())`, eq(teams.isActive, true)))
        .orderBy(teams.nameEn),
      householdOf(tx, memberId),
    ])
    return { subDistricts, governorates, household, teams: own.map(({ id, ...name }) => ({ id, name })) }
  })
}

/** A person's name, the household of another whom they may join, and the governorates. Null out of scope. */
export function getPersonForm(actor: Actor, personId: string, joinMemberId: string | null = null) {
  return withActor(actor, async (tx) => {
    const [person, household, governorates] = await Promise.all([
      tx
        .select({ ...nameColumns, ...placedColumns })
        .from(people)
        .where(eq(people.id, personId)),
      householdOf(tx, joinMemberId),
      readPlaces(tx, 1),
    ])
    return person[0] ? { name: fullName(person[0]), placed: person[0], household, governorates } : null
  })
}

/** Those who live with a person and could head their household. Null out of scope, or in no household. */
export function getHeadForm(actor: Actor, personId: string) {
  const own = aliasedTable(householdMembers, 'own')
  return withActor(actor, async (tx) => {
    const rows = await tx
      .select({
        ...nameColumns,
        ...placedColumns,
        personId: people.id,
        householdId: households.id,
        headPersonId: households.headPersonId,
        version: households.version,
      })
      .from(own)
      .innerJoin(households, eq(households.id, own.householdId))
      .innerJoin(householdMembers, and(eq(householdMembers.householdId, households.id), isNull(householdMembers.toOn)))
      .innerJoin(people, eq(people.id, householdMembers.personId))
      .where(and(eq(own.personId, personId), isNull(own.toOn)))
      .orderBy(people.birthOn)
    const head = rows.find((row) => row.personId === row.headPersonId)
    return head ? { head, others: rows.filter((row) => row !== head) } : null
  })
}

/**
 * What the edit form shows: the person as they are, and the sub-districts. Null out of scope. It shows phone, document
 * and address as the file does, so that opening it is noted as well.
 */
export function getEditForm(actor: Actor, personId: string) {
  return withActor(actor, async (tx) => {
    const [person, subDistricts] = await Promise.all([
      tx
        .select({
          ...nameColumns,
          ...placedColumns,
          sex: people.sex,
          birthOn: people.birthOn,
          birthPrecision: people.birthPrecision,
          phone: people.phone,
          documentType: people.documentType,
          documentNumber: people.documentNumber,
          locationPcode: people.locationPcode,
          address: people.address,
          version: people.version,
        })
        .from(people)
        .where(eq(people.id, personId)),
      readPlaces(tx, 3),
      noteReading(tx, actor, personId),
    ])
    return person[0] ? { person: person[0], subDistricts } : null
  })
}
