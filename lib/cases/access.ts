import { and, eq, isNull } from 'drizzle-orm'
import { cases } from '../../db/schema/cases'
import { userProgrammes, users } from '../../db/schema/users'
import { type Actor, type Placed, reaches } from '../auth/actor'
import { type Permission, type Programme, programmes } from '../auth/roles'
import type { Context } from '../commands/command'
import { Conflict } from '../commands/result'
import type { CaseAsRead } from './transition'

/** A case as the shared machinery works on it, whatever its programme. */
export type LoadedCase = CaseAsRead & Placed & { reference: string; programme: Programme }

/** Which right lets someone work on the cases of a programme. */
const workRight: Record<string, Permission> = {
  livelihoods: 'grants.write',
  health: 'referrals.write',
  policing: 'concerns.write',
}

/** One case in the actor's scope, locked; null when it does not exist for them. With a version: as the form saw it. */
export async function lockCase(
  context: Context,
  input: { caseId: string; version?: number },
): Promise<LoadedCase | null> {
  const rows = await context.tx
    .select({
      id: cases.id,
      reference: cases.reference,
      programme: cases.programme,
      status: cases.status,
      version: cases.version,
      teamId: cases.teamId,
      districtPcode: cases.districtPcode,
      caseworkerId: cases.caseworkerId,
      createdBy: cases.createdBy,
    })
    .from(cases)
    .where(eq(cases.id, input.caseId))
    .for('update')
  const row = rows[0]
  const programme = programmes.find((entry) => entry === row?.programme)
  if (!row || !programme) return null
  if (input.version !== undefined && row.version !== input.version) throw new Conflict()
  return { ...row, programme }
}

/** Whether the actor may work on the case: write notes, add tasks and documents. */
export function canWork(actor: Actor, record: LoadedCase): boolean {
  const right = workRight[record.programme]
  return right !== undefined && reaches(actor, right, record)
}

/** Whoever does not work in the programme would not see the case. */
export const isIn = (programme: Programme) =>
  and(eq(userProgrammes.userId, users.id), eq(userProgrammes.programme, programme), isNull(userProgrammes.endedAt))
