import { and, eq, sql } from 'drizzle-orm'
import type { Tx } from '../../../db/client'
import { cases } from '../../../db/schema/cases'
import { concerns } from '../../../db/schema/concerns'
import type { Placed } from '../../auth/actor'
import type { Context } from '../../commands/command'
import { Conflict } from '../../commands/result'
import type { ConcernCategory, ConcernSource, Severity } from './domain'

/** A concern as a command works on it: the case as read, and its facts without what was said. */
export type LoadedConcern = Placed & {
  id: string
  reference: string
  programme: 'policing'
  status: string
  version: number
  locationPcode: string
  dueOn: string | null
  forumId: string
  sessionId: string | null
  category: ConcernCategory
  severity: Severity
  source: ConcernSource
  raisedOn: string
  duplicateOf: string | null
  referredTo: string
}

function selectConcern(tx: Tx, caseId: string) {
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
      dueOn: cases.dueOn,
      forumId: concerns.forumId,
      sessionId: concerns.sessionId,
      // The database's own CHECKs keep these lists.
      category: sql<ConcernCategory>`${concerns.category}`,
      severity: sql<Severity>`${concerns.severity}`,
      source: sql<ConcernSource>`${concerns.source}`,
      raisedOn: concerns.raisedOn,
      duplicateOf: concerns.duplicateOf,
      referredTo: concerns.referredTo,
    })
    .from(cases)
    .innerJoin(concerns, eq(concerns.caseId, cases.id))
    .where(and(eq(cases.id, caseId), eq(cases.programme, 'policing')))
}

/** One concern in the actor's scope; null when it does not exist for them. */
export async function readConcern(tx: Tx, caseId: string): Promise<LoadedConcern | null> {
  const [row] = await selectConcern(tx, caseId)
  return row ? { ...row, programme: 'policing' } : null
}

/** The same, its case row locked until the transaction ends. */
export async function lockConcern(tx: Tx, caseId: string): Promise<LoadedConcern | null> {
  const [row] = await selectConcern(tx, caseId).for('update', { of: cases })
  return row ? { ...row, programme: 'policing' } : null
}

/** `load` of every command on an existing concern: locks it and insists that it is still as the form saw it. */
export async function loadConcern(
  context: Context,
  input: { caseId: string; version: number },
): Promise<LoadedConcern | null> {
  const concern = await lockConcern(context.tx, input.caseId)
  if (concern && concern.version !== input.version) throw new Conflict()
  return concern
}
