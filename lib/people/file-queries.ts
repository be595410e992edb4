import { aliasedTable, and, asc, desc, eq, isNull, sql } from 'drizzle-orm'
import { type Tx, withActor } from '../../db/client'
import { cases } from '../../db/schema/cases'
import {
  consents,
  displacements,
  householdMembers,
  households,
  people,
  washingtonAnswers,
} from '../../db/schema/people'
import { locations } from '../../db/schema/places'
import { teams, users } from '../../db/schema/users'
import type { Actor } from '../auth/actor'
import { readPersonDocuments } from '../documents/queries'
import { readDisclosures, readHolders } from './disclosure-queries'
import { noteReading } from './note-reading'
import { readFlags } from './read-flags'
import { readHistory } from './read-history'

const names = {
  givenName: people.givenName,
  fatherName: people.fatherName,
  grandfatherName: people.grandfatherName,
  familyName: people.familyName,
}

function readPerson(tx: Tx, personId: string) {
  const district = aliasedTable(locations, 'district')
  return tx
    .select({
      ...names,
      id: people.id,
      sex: people.sex,
      birthOn: people.birthOn,
      birthPrecision: people.birthPrecision,
      phone: people.phone,
      documentType: people.documentType,
      documentNumber: people.documentNumber,
      address: people.address,
      placeEn: locations.nameEn,
      placeAr: locations.nameAr,
      placeCkb: locations.nameCkb,
      districtEn: district.nameEn,
      districtAr: district.nameAr,
      districtCkb: district.nameCkb,
      teamEn: teams.nameEn,
      teamAr: teams.nameAr,
      teamCkb: teams.nameCkb,
      teamId: people.teamId,
      districtPcode: people.districtPcode,
      caseworkerId: people.caseworkerId,
      createdBy: people.createdBy,
      createdAt: people.createdAt,
      holder: users.name,
    })
    .from(people)
    .innerJoin(locations, eq(locations.pcode, people.locationPcode))
    .innerJoin(district, eq(district.pcode, people.districtPcode))
    .innerJoin(teams, eq(teams.id, people.teamId))
    .leftJoin(users, eq(users.id, people.caseworkerId))
    .where(eq(people.id, personId))
}

/** Members of the household that the person is in now; those out of scope are left out. */
function readHousehold(tx: Tx, personId: string) {
  const own = aliasedTable(householdMembers, 'own')
  return tx
    .select({
      ...names,
      personId: people.id,
      sex: people.sex,
      birthOn: people.birthOn,
      relationship: householdMembers.relationship,
      householdId: households.id,
      headPersonId: households.headPersonId,
      version: households.version,
    })
    .from(own)
    .innerJoin(households, eq(households.id, own.householdId))
    .innerJoin(householdMembers, and(eq(householdMembers.householdId, households.id), isNull(householdMembers.toOn)))
    .innerJoin(people, eq(people.id, householdMembers.personId))
    .where(and(eq(own.personId, personId), isNull(own.toOn)))
    .orderBy(sql`${people.id} <> ${households.headPersonId}`, asc(people.birthOn))
}

function readDisplacements(tx: Tx, personId: string) {
  return tx
    .select({
      id: displacements.id,
      status: displacements.status,
      fromOn: displacements.fromOn,
      toOn: displacements.toOn,
      shelter: displacements.shelter,
      originEn: locations.nameEn,
      originAr: locations.nameAr,
      originCkb: locations.nameCkb,
    })
    .from(displacements)
    .leftJoin(locations, eq(locations.pcode, displacements.originPcode))
    .where(eq(displacements.personId, personId))
    .orderBy(desc(displacements.fromOn))
}

function readConsents(tx: Tx, personId: string) {
  return tx
    .select({
      id: consents.id,
      purpose: consents.purpose,
      textVersion: consents.textVersion,
      language: consents.language,
      method: consents.method,
      givenOn: consents.givenOn,
      expiresOn: consents.expiresOn,
      withdrawnOn: consents.withdrawnOn,
      guardianName: consents.guardianName,
      witnessName: consents.witnessName,
      recipient: consents.recipient,
      recordedBy: users.name,
    })
    .from(consents)
    .innerJoin(users, eq(users.id, consents.recordedBy))
    .where(eq(consents.personId, personId))
    .orderBy(desc(consents.givenOn), desc(consents.id))
}

/** Cases of this person that the actor may see. */
function readCases(tx: Tx, personId: string) {
  return tx
    .select({
      id: cases.id,
      reference: cases.reference,
      programme: cases.programme,
      status: cases.status,
      openedAt: cases.openedAt,
    })
    .from(cases)
    .where(
      sql`${cases.id} in (select case_id from grants where person_id = ${personId}::uuid
        union all select case_id from referrals where person_id = ${personId}::uuid)`,
    )
    .orderBy(desc(cases.id))
}

/**
 * Everything that a person's file shows, in one round trip, and in the same transaction the note that this actor opened
 * it. Null for a person who does not exist for the actor; nothing is noted then.
 */
export function getPersonFile(actor: Actor, personId: string) {
  return withActor(actor, async (tx) => {
    const [
      person,
      household,
      moves,
      consentRows,
      interviews,
      caseRows,
      flags,
      history,
      documents,
      disclosures,
      holders,
    ] = await Promise.all([
      readPerson(tx, personId),
      readHousehold(tx, personId),
      readDisplacements(tx, personId),
      readConsents(tx, personId),
      tx
        .select()
        .from(washingtonAnswers)
        .where(eq(washingtonAnswers.personId, personId))
        .orderBy(desc(washingtonAnswers.answeredOn), desc(washingtonAnswers.id)),
      readCases(tx, personId),
      readFlags(tx, personId),
      readHistory(tx, personId),
      readPersonDocuments(tx, personId),
      readDisclosures(tx, personId),
      readHolders(tx, personId),
      noteReading(tx, actor, personId),
    ])
    const found = person[0]
    return found
      ? {
          person: found,
          household,
          moves,
          consents: consentRows,
          interviews,
          cases: caseRows,
          flags,
          history,
          documents,
          disclosures,
          holders,
        }
      : null
  })
}
export type PersonFile = NonNullable<Awaited<ReturnType<typeof getPersonFile>>>
