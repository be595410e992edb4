import { and, eq, sql } from 'drizzle-orm'
import type { Tx } from '../../db/client'
import { cases } from '../../db/schema/cases'
import { grants } from '../../db/schema/grants'
import type { Context } from '../commands/command'
import { Conflict } from '../commands/result'
import type { GrantParties } from './policy'

/** A grant as a command works on it: the case as read, the application, and who has had which part in it. */
export type LoadedGrant = GrantParties & {
  id: string
  reference: string
  programme: 'livelihoods'
  version: number
  locationPcode: string
  personId: string
  householdId: string
  fundingRoundId: string
  amountMinor: number
  currency: 'IQD' | 'USD'
  monthlyIncomeMinor: number
  dependants: number
}

/** Everyone who had a part, as lists of ids: for the rules of separation. */
const parties = {
  caseworkers: sql<
    string[]
  >`array(select distinct a.caseworker_id::text from case_assignments a where a.case_id = ${cases.id} and a.caseworker_id is not null)`,
  verifiers: sql<string[]>`array(select v.verified_by::text from grant_verifications v where v.case_id = ${cases.id})`,
  kin: sql<string[]>`array(select k.user_id::text from household_members m join staff_kin k on k.person_id = m.person_id
    and k.ended_at is null where m.household_id = ${grants.householdId} and m.to_on is null)`,
  decisions: sql<{ stage: number; round: number; decidedBy: string }[]>`coalesce((select jsonb_agg(jsonb_build_object(
    'stage', d.stage, 'round', d.round, 'decidedBy', d.decided_by)) from grant_decisions d where d.case_id = ${cases.id}), '[]')`,
}

const columns = {
  id: cases.id,
  reference: cases.reference,
  status: cases.status,
  version: cases.version,
  caseworkerId: cases.caseworkerId,
  teamId: cases.teamId,
  districtPcode: cases.districtPcode,
  locationPcode: cases.locationPcode,
  createdBy: cases.createdBy,
  personId: grants.personId,
  householdId: grants.householdId,
  fundingRoundId: grants.fundingRoundId,
  amountMinor: grants.amountMinor,
  currency: sql<'IQD' | 'USD'>`${grants.currency}`,
  monthlyIncomeMinor: grants.monthlyIncomeMinor,
  dependants: grants.dependants,
  round: grants.round,
  submittedBy: grants.submittedBy,
  ...parties,
}

function selectGrant(tx: Tx, caseId: string) {
  return tx
    .select(columns)
    .from(cases)
    .innerJoin(grants, eq(grants.caseId, cases.id))
    .where(and(eq(cases.id, caseId), eq(cases.programme, 'livelihoods')))
}

/** One grant in the actor's scope; null when it does not exist for them. */
export async function readGrant(tx: Tx, caseId: string): Promise<LoadedGrant | null> {
  const [row] = await selectGrant(tx, caseId)
  return row ? { ...row, programme: 'livelihoods' } : null
}

/** The same, its case row locked until the transaction ends. */
export async function lockGrant(tx: Tx, caseId: string): Promise<LoadedGrant | null> {
  const [row] = await selectGrant(tx, caseId).for('update', { of: cases })
  return row ? { ...row, programme: 'livelihoods' } : null
}

/** `load` of every command on an existing grant: locks it and insists that it is still as the form saw it. */
export async function loadGrant(
  context: Context,
  input: { caseId: string; version: number },
): Promise<LoadedGrant | null> {
  const grant = await lockGrant(context.tx, input.caseId)
  if (grant && grant.version !== input.version) throw new Conflict()
  return grant
}
