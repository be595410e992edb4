import { and, asc, desc, eq, isNull, ne, or, sql } from 'drizzle-orm'
import type { Tx } from '../../db/client'
import { cases, documents } from '../../db/schema/cases'
import { fundingRounds, grants } from '../../db/schema/grants'
import { duplicateFlags } from '../../db/schema/identity'
import { consents, displacements, householdMembers, people } from '../../db/schema/people'
import { sectors } from '../../db/schema/places'
import { users } from '../../db/schema/users'
import { baghdadDayOf } from './card-days'

/** What is asked for, by whom. */
export function readRequest(tx: Tx, caseId: string) {
  return tx
    .select({
      reference: cases.reference,
      givenName: people.givenName,
      fatherName: people.fatherName,
      grandfatherName: people.grandfatherName,
      familyName: people.familyName,
      personId: people.id,
      sex: people.sex,
      birthOn: people.birthOn,
      locationPcode: people.locationPcode,
      displacement: displacements.status,
      householdSize: sql<number>`(select count(*)::integer from ${householdMembers} m where m.household_id = ${grants.householdId} and m.to_on is null)`,
      amountMinor: grants.amountMinor,
      currency: sql<'IQD' | 'USD'>`${grants.currency}`,
      form: grants.form,
      sector: grants.sector,
      sectorEn: sectors.nameEn,
      sectorAr: sectors.nameAr,
      businessKind: grants.businessKind,
      businessName: grants.businessName,
      purpose: grants.purpose,
      monthlyIncomeMinor: grants.monthlyIncomeMinor,
      dependants: grants.dependants,
      yearsOfExperience: grants.yearsOfExperience,
      round: grants.round,
      roundCode: fundingRounds.code,
      roundMaxMinor: fundingRounds.maxAmountMinor,
      submittedBy: users.name,
      submittedOn: baghdadDayOf(grants.submittedAt),
    })
    .from(grants)
    .innerJoin(cases, eq(cases.id, grants.caseId))
    .innerJoin(people, eq(people.id, grants.personId))
    .innerJoin(sectors, eq(sectors.code, grants.sector))
    .innerJoin(fundingRounds, eq(fundingRounds.id, grants.fundingRoundId))
    .leftJoin(users, eq(users.id, grants.submittedBy))
    .leftJoin(displacements, and(eq(displacements.personId, people.id), isNull(displacements.toOn)))
    .where(eq(grants.caseId, caseId))
}

/** Other grants of the household, the newest first. */
export function readPastHelp(tx: Tx, caseId: string) {
  return tx
    .select({
      caseId: cases.id,
      reference: cases.reference,
      status: cases.status,
      amountMinor: grants.amountMinor,
      currency: sql<'IQD' | 'USD'>`${grants.currency}`,
      openedOn: baghdadDayOf(cases.openedAt),
    })
    .from(grants)
    .innerJoin(cases, eq(cases.id, grants.caseId))
    .where(
      and(
        eq(grants.householdId, sql`(select household_id from grants where case_id = ${caseId})`),
        ne(cases.id, caseId),
      ),
    )
    .orderBy(desc(cases.id))
    .limit(20)
}

/** Whether the person may be registered twice. */
export function readDuplicates(tx: Tx, caseId: string) {
  const personId = sql`(select person_id from grants where case_id = ${caseId})`
  return tx
    .select({
      score: duplicateFlags.score,
      state: duplicateFlags.state,
      // Undecided it stops both records; decided "same", only the one that came second.
      stops: sql<boolean>`${duplicateFlags.isBlocking} and (${duplicateFlags.state} = 'open'
        or (${duplicateFlags.state} = 'same' and ${duplicateFlags.personId} = ${personId}))`,
    })
    .from(duplicateFlags)
    .where(or(eq(duplicateFlags.personId, personId), eq(duplicateFlags.otherPersonId, personId)))
    .orderBy(desc(duplicateFlags.score), asc(duplicateFlags.id))
    .limit(10)
}

/** The files of the case. */
export function readFiles(tx: Tx, caseId: string) {
  return tx
    .select({
      id: documents.id,
      fileName: documents.fileName,
      kind: documents.kind,
      mediaType: documents.mediaType,
      sha256: documents.sha256,
    })
    .from(documents)
    .where(eq(documents.caseId, caseId))
    .orderBy(asc(documents.id))
}

/** A consent for a grant that is valid today. */
export function readConsent(tx: Tx, caseId: string) {
  const personId = sql`(select person_id from grants where case_id = ${caseId})`
  return tx
    .select({ id: consents.id })
    .from(consents)
    .where(
      and(
        eq(consents.personId, personId),
        eq(consents.purpose, 'livelihood_grant'),
        isNull(consents.withdrawnOn),
        sql`${consents.expiresOn} >= app_today()`,
      ),
    )
    .limit(1)
}
