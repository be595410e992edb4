import { and, eq, sql } from 'drizzle-orm'
import type { Tx } from '../../db/client'
import { cases } from '../../db/schema/cases'
import { referrals } from '../../db/schema/referrals'
import type { Placed } from '../auth/actor'
import type { Context } from '../commands/command'
import { Conflict } from '../commands/result'
import type { HealthService, ReferralPriority } from './domain'

/** A referral as a command works on it: the case as read, and its facts that are not medical. */
export type LoadedReferral = Placed & {
  id: string
  reference: string
  programme: 'health'
  status: string
  version: number
  locationPcode: string
  personId: string
  facilityId: string
  service: HealthService
  priority: ReferralPriority
  transport: string
  consentId: string | null
  previousCaseId: string | null
  requestedAt: Date | null
  dueAt: Date | null
  appointmentAt: Date | null
}

function selectReferral(tx: Tx, caseId: string) {
  return tx
    .select({
      id: cases.id,
      reference: cases.reference,
      status: cases.status,
      version: cases.version,
      caseworkerId: cases.caseworkerId,
      teamId: cases.teamId,
      districtPcode: cases.districtPcode,
      locationPcode: cases.locationPcode,
      createdBy: cases.createdBy,
      personId: referrals.personId,
      facilityId: referrals.facilityId,
      // The database's own CHECKs keep these lists.
      service: sql<HealthService>`${referrals.service}`,
      priority: sql<ReferralPriority>`${referrals.priority}`,
      transport: referrals.transport,
      consentId: referrals.consentId,
      previousCaseId: referrals.previousCaseId,
      requestedAt: referrals.requestedAt,
      dueAt: referrals.dueAt,
      appointmentAt: referrals.appointmentAt,
    })
    .from(cases)
    .innerJoin(referrals, eq(referrals.caseId, cases.id))
    .where(and(eq(cases.id, caseId), eq(cases.programme, 'health')))
}

/** One referral in the actor's scope; null when it does not exist for them. */
export async function readReferral(tx: Tx, caseId: string): Promise<LoadedReferral | null> {
  const [row] = await selectReferral(tx, caseId)
  return row ? { ...row, programme: 'health' } : null
}

/** The same, its case row locked until the transaction ends. */
export async function lockReferral(tx: Tx, caseId: string): Promise<LoadedReferral | null> {
  const [row] = await selectReferral(tx, caseId).for('update', { of: cases })
  return row ? { ...row, programme: 'health' } : null
}

/** `load` of every command on an existing referral: locks it and insists that it is still as the form saw it. */
export async function loadReferral(
  context: Context,
  input: { caseId: string; version: number },
): Promise<LoadedReferral | null> {
  const referral = await lockReferral(context.tx, input.caseId)
  if (referral && referral.version !== input.version) throw new Conflict()
  return referral
}
