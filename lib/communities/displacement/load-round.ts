import { and, eq, sql } from 'drizzle-orm'
import { displacementRoundEvents, displacementRounds } from '../../../db/schema/displacement-rounds'
import { canGo } from '../../cases/machine'
import type { Context } from '../../commands/command'
import { Conflict, refuse } from '../../commands/result'
import { newId } from '../../ids'
import { type RoundDeed, type RoundStatus, roundMachine } from './machine'
import type { JudgedRound } from './policy'

export type LoadedRound = JudgedRound & {
  id: string
  number: number
  edition: number
  countedOn: string
  version: number
}

/** Locks a round; null when it does not exist for this actor. */
export async function lockRound({ tx, actor }: Context, roundId: string): Promise<LoadedRound | null> {
  const rows = await tx
    .select({
      id: displacementRounds.id,
      number: displacementRounds.number,
      edition: displacementRounds.edition,
      countedOn: displacementRounds.countedOn,
      status: displacementRounds.status,
      version: displacementRounds.version,
      createdBy: displacementRounds.createdBy,
      submittedBy: displacementRounds.submittedBy,
      validatedBy: displacementRounds.validatedBy,
      hasEntered: sql<boolean>`exists (select from displacement_counts c where c.round_id = ${displacementRounds.id}
        and c.entered_by = ${actor.userId}::uuid)`,
    })
    .from(displacementRounds)
    .where(eq(displacementRounds.id, roundId))
    .for('update')
  return rows[0] ?? null
}

/** `load` of every step of a round: locked, and still as the form saw it. */
export async function loadRound(context: Context, input: { roundId: string; version: number }) {
  const round = await lockRound(context, input.roundId)
  if (round && round.version !== input.version) throw new Conflict()
  return round
}

/** Writes down what happened to a round. */
export async function noteRound(
  { tx, actor, now }: Context,
  roundId: string,
  fromStatus: string | null,
  toStatus: RoundStatus,
  data: Record<string, string> = {},
): Promise<void> {
  await tx
    .insert(displacementRoundEvents)
    .values({ id: newId(now), roundId, fromStatus, toStatus, actorId: actor.userId, at: now, data })
}

/** Takes one step of the machine; who took it the database writes. Throws Conflict when someone was faster. */
export async function moveRound(
  context: Context,
  round: LoadedRound,
  deed: RoundDeed,
  to: RoundStatus,
  data: Record<string, string> = {},
): Promise<{ roundId: string }> {
  if (!canGo(roundMachine, deed, round.status, to)) refuse('displacement.refused.not_now')
  const moved = await context.tx
    .update(displacementRounds)
    .set({ status: to, version: sql`${displacementRounds.version} + 1` })
    .where(and(eq(displacementRounds.id, round.id), eq(displacementRounds.version, round.version)))
    .returning({ id: displacementRounds.id })
  if (!moved[0]) throw new Conflict()
  await noteRound(context, round.id, round.status, to, data)
  return { roundId: round.id }
}
