import { and, desc, eq, sql } from 'drizzle-orm'
import { type Tx, withActor } from '../../db/client'
import { consents, people } from '../../db/schema/people'
import type { Actor } from '../auth/actor'
import { baghdadDay } from '../format'
import { type ConsentLanguage, isMinor, type ReleasableField } from '../people/domain'
import { fullName } from '../people/identity'
import { readConsentText } from '../people/read-consent-text'
import type { HealthService } from './domain'
import { readFacilityChoices } from './facility-choices'
import { type LoadedReferral, readReferral } from './load'

/** `isFar`: facilities further away are asked for too. */
type Asked = { service: HealthService; language: ConsentLanguage; isFar: boolean }

function readPerson(tx: Tx, personId: string) {
  return tx
    .select({
      id: people.id,
      givenName: people.givenName,
      fatherName: people.fatherName,
      grandfatherName: people.grandfatherName,
      familyName: people.familyName,
      birthOn: people.birthOn,
      teamId: people.teamId,
      districtPcode: people.districtPcode,
      caseworkerId: people.caseworkerId,
      createdBy: people.createdBy,
    })
    .from(people)
    .where(eq(people.id, personId))
}

function readValidConsents(tx: Tx, personId: string) {
  return tx
    .select({
      id: consents.id,
      givenOn: consents.givenOn,
      expiresOn: consents.expiresOn,
      // The form's list and the command's check keep it.
      releasedFields: sql<ReleasableField[]>`${consents.releasedFields}`,
    })
    .from(consents)
    .where(
      and(
        eq(consents.personId, personId),
        eq(consents.purpose, 'health_referral'),
        sql`${consents.withdrawnOn} is null and ${consents.expiresOn} >= app_today() and cardinality(${consents.releasedFields}) > 0`,
      ),
    )
    .orderBy(desc(consents.givenOn))
    .limit(3)
}

async function readForm(tx: Tx, personId: string, { service, language, isFar }: Asked) {
  const [[person], valid, facilities, text] = await Promise.all([
    readPerson(tx, personId),
    readValidConsents(tx, personId),
    readFacilityChoices(tx, service, sql`(select location_pcode from people where id = ${personId}::uuid)`, isFar),
    readConsentText(tx, 'health_referral', language),
  ])
  if (!person) return null
  return {
    person: {
      id: person.id,
      name: fullName(person),
      isMinor: isMinor({ date: person.birthOn }, baghdadDay(new Date())),
    },
    placed: { ...person, programme: 'health' as const },
    consents: valid,
    facilities,
    text,
  }
}

export type ReferralForm = NonNullable<Awaited<ReturnType<typeof readForm>>>

/** What the form of a new referral offers; null for a person out of scope. `previous`: what is taken up again. */
export function getReferralForm(actor: Actor, personId: string, asked: Asked, previousCaseId: string | null) {
  return withActor(actor, async (tx) => {
    const [form, previous] = await Promise.all([
      readForm(tx, personId, asked),
      previousCaseId ? readReferral(tx, previousCaseId) : null,
    ])
    return form && { ...form, previous: previous?.personId === personId ? previous : null }
  })
}

/** A draft with what its form offers, its medical facts read and noted; null out of scope. */
export function getReferralToEdit(actor: Actor, caseId: string, asked: Partial<Asked>) {
  return withActor(actor, async (tx) => {
    const referral: LoadedReferral | null = await readReferral(tx, caseId)
    if (!referral) return null
    const [form, clinical] = await Promise.all([
      readForm(tx, referral.personId, {
        service: asked.service ?? referral.service,
        language: asked.language ?? 'ar',
        isFar: asked.isFar ?? false,
      }),
      readClinical(tx, caseId),
    ])
    return form && { ...form, referral, clinical }
  })
}

export type Clinical = {
  reason: string
  diagnosis: string
  emergencyReason: string
  updatedAt: Date
  updatedBy: string | null
  notes: { id: string; body: string; author: string | null; at: string }[]
}

/** The medical facts of a case, for its health staff only; the database notes that they were read. */
export async function readClinical(tx: Tx, caseId: string): Promise<Clinical | null> {
  const rows = await tx.execute<{
    reason: string
    diagnosis: string
    emergency_reason: string
    updated_at: string
    updated_by: string | null
    notes: Clinical['notes']
  }>(sql`select * from read_clinical(${caseId}::uuid)`)
  const row = rows[0]
  return row
    ? {
        reason: row.reason,
        diagnosis: row.diagnosis,
        emergencyReason: row.emergency_reason,
        updatedAt: new Date(row.updated_at),
        updatedBy: row.updated_by,
        notes: row.notes,
      }
    : null
}
