import { and, eq, sql } from 'drizzle-orm'
import type { Tx } from '../../../db/client'
import { communityNeeds } from '../../../db/schema/action-plans'
import type { Placed } from '../../auth/actor'
import { canGo } from '../../cases/machine'
import type { Context } from '../../commands/command'
import { Conflict, refuse } from '../../commands/result'
import { recordCommunityEvent } from '../event'
import { type NeedDeed, type NeedStatus, needMachine } from './machine'

/** A need as a command works on it. */
export type LoadedNeed = Placed & { id: string; planId: string; status: NeedStatus; rank: number; version: number }

const selectNeed = (tx: Tx, needId: string) =>
  tx
    .select({
      id: communityNeeds.id,
      planId: communityNeeds.planId,
      // The database's own CHECK keeps the list.
      status: sql<NeedStatus>`${communityNeeds.status}`,
      rank: communityNeeds.rank,
      version: communityNeeds.version,
      teamId: communityNeeds.teamId,
      districtPcode: sql<string>`(select district_pcode from action_plans p where p.id = ${communityNeeds.planId})`,
      createdBy: communityNeeds.createdBy,
      caseworkerId: sql<null>`null`,
    })
    .from(communityNeeds)
    .where(eq(communityNeeds.id, needId))

/** One need; null when it does not exist for this actor. */
export async function readNeed(tx: Tx, needId: string): Promise<LoadedNeed | null> {
  const [row] = await selectNeed(tx, needId)
  return row ?? null
}

/** `load` of every command that changes a need: locks it and insists that it is still as the form saw it. */
export async function loadNeed(
  { tx }: Context,
  input: { needId: string; version: number },
): Promise<LoadedNeed | null> {
  const [need] = await selectNeed(tx, input.needId).for('update')
  if (need && need.version !== input.version) throw new Conflict()
  return need ?? null
}

type Facts = Partial<Omit<typeof communityNeeds.$inferInsert, 'score'>>

/** Writes facts of a need that is still as it was read, and what happened. Throws Conflict when someone was faster. */
export async function changeNeed(
  context: Context,
  need: LoadedNeed,
  facts: Facts,
  data: Record<string, string | number>,
  to: string = need.status,
): Promise<{ needId: string; planId: string }> {
  const rows = await context.tx
    .update(communityNeeds)
    .set({ ...facts, status: to, version: sql`${communityNeeds.version} + 1` })
    .where(and(eq(communityNeeds.id, need.id), eq(communityNeeds.version, need.version)))
    .returning({ id: communityNeeds.id })
  if (rows.length === 0) throw new Conflict()
  await recordCommunityEvent(context, { subject: 'need', subjectId: need.id, from: need.status, to, data })
  return { needId: need.id, planId: need.planId }
}

/** Takes one step of the machine. */
export function moveNeed(
  context: Context,
  need: LoadedNeed,
  deed: NeedDeed,
  to: NeedStatus,
  facts: Facts = {},
  data: Record<string, string | number> = {},
): Promise<{ needId: string; planId: string }> {
  if (!canGo(needMachine, deed, need.status, to)) refuse('cases.refused.not_now')
  return changeNeed(context, need, facts, { deed, ...data }, to)
}
