import { sql } from 'drizzle-orm'
import { displacementRounds } from '../../../db/schema/displacement-rounds'
import type { Actor } from '../../auth/actor'
import { command } from '../../commands/command'
import { InvalidField } from '../../commands/result'
import { baghdadDay } from '../../format'
import { newId } from '../../ids'
import { type LoadedRound, loadRound, moveRound, noteRound } from './load-round'
import type { RoundDeed } from './machine'
import { canCorrect, canDo, mayEnter } from './policy'
import { correctRoundSchema, openRoundSchema, roundRefSchema, sendBackSchema } from './round-schemas'

const unique = {
  displacement_rounds_edition: { field: 'number', key: 'displacement.errors.numberTaken' },
  displacement_rounds_under_way: { key: 'displacement.refused.under_way' },
}

/** Opens a round for figures. */
export const openRound = command({
  name: 'displacement.open_round',
  input: openRoundSchema,
  allow: mayEnter,
  unique,
  async run(context, input) {
    if (input.countedOn > baghdadDay(context.now)) throw new InvalidField({ countedOn: 'errors.dateFuture' })
    const roundId = newId(context.now)
    await context.tx
      .insert(displacementRounds)
      .values({ id: roundId, ...input, createdBy: context.actor.userId, createdAt: context.now })
    await noteRound(context, roundId, null, 'open')
    return { roundId }
  },
})

/** Opens a correction of a published round: a new edition with all its figures, which takes its place when it is published. */
export const correctRound = command({
  name: 'displacement.correct_round',
  input: correctRoundSchema,
  load: loadRound,
  allow: canCorrect,
  unique,
  async run(context, { remark }, old) {
    const { tx, actor, now } = context
    const roundId = newId(now)
    await tx.insert(displacementRounds).values({
      id: roundId,
      number: old.number,
      edition: sql`(select max(edition) + 1 from displacement_rounds where number = ${old.number})`,
      countedOn: old.countedOn,
      correctsId: old.id,
      remark,
      createdBy: actor.userId,
      createdAt: now,
    })
    await tx.execute(sql`
      insert into displacement_counts (round_id, location_id, population, families, individuals, method, confidence, origins, periods, shelters,
        breakdown_unit, import_id, entered_by, entered_at)
      select ${roundId}::uuid, location_id, population, families, individuals, method, confidence, origins, periods, shelters, breakdown_unit,
        import_id, ${actor.userId}::uuid, ${now.toISOString()}::timestamptz from displacement_counts where round_id = ${old.id}::uuid`)
    await noteRound(context, roundId, null, 'open', { why: remark })
    return { roundId }
  },
})

const allow = (deed: RoundDeed) => (actor: Actor, round: LoadedRound) => canDo(actor, round, deed)

/** Hands a round to who validates it; its figures are fixed from then on. */
export const submitRound = command({
  name: 'displacement.submit_round',
  input: roundRefSchema,
  load: loadRound,
  allow: allow('submit'),
  run: (context, _input, round) => moveRound(context, round, 'submit', 'submitted'),
})

/** Says that the figures hold. */
export const validateRound = command({
  name: 'displacement.validate_round',
  input: roundRefSchema,
  load: loadRound,
  allow: allow('validate'),
  run: (context, _input, round) => moveRound(context, round, 'validate', 'validated'),
})

/** Makes a round the programme's word: it is locked, and what it corrects is superseded. */
export const publishRound = command({
  name: 'displacement.publish_round',
  input: roundRefSchema,
  load: loadRound,
  allow: allow('publish'),
  run: (context, _input, round) => moveRound(context, round, 'publish', 'published'),
})

/** Opens a round again for figures, with what has to be mended. */
export const sendBackRound = command({
  name: 'displacement.send_back_round',
  input: sendBackSchema,
  load: loadRound,
  allow: allow('send_back'),
  run: (context, { why }, round) => moveRound(context, round, 'send_back', 'open', { why }),
})

/** Gives up a round that was opened by mistake. */
export const discardRound = command({
  name: 'displacement.discard_round',
  input: roundRefSchema,
  load: loadRound,
  allow: allow('discard'),
  run: (context, _input, round) => moveRound(context, round, 'discard', 'discarded'),
})
