import { committeeDeclarations, committeeScores } from '../../../db/schema/committee'
import { command } from '../../commands/command'
import { newId } from '../../ids'
import { loadItem } from './load'
import { whyCannotScore } from './policy'
import { declareSchema, scoreSchema } from './schemas'

type Loaded = NonNullable<Awaited<ReturnType<typeof loadItem>>>

/** A member says, before any score, whether they are in conflict; once and for good. */
export const declareConflict = command({
  name: 'committee.declare',
  input: declareSchema,
  load: loadItem,
  allow: (_actor, item: Loaded) => {
    if (!item.isMember) return [{ key: 'committee.refused.not_a_member' }]
    if (item.isRecorded || item.grant.status !== 'committee_review') return [{ key: 'committee.refused.recorded' }]
    return item.declaration ? [{ key: 'committee.refused.declared' }] : true
  },
  unique: { committee_declarations_one: { key: 'committee.refused.declared' } },
  async run({ tx, actor, now }, { itemId, conflict, reason }, { item }) {
    const hasConflict = conflict === 'yes'
    await tx.insert(committeeDeclarations).values({
      id: newId(now),
      itemId,
      userId: actor.userId,
      hasConflict,
      reason: hasConflict ? reason : '',
      declaredAt: now,
    })
    return { itemId, meetingId: item.meetingId }
  },
})

/** A member's own score, given once, alone, before seeing anyone else's. */
export const scoreApplication = command({
  name: 'committee.score',
  input: scoreSchema,
  load: loadItem,
  allow: (actor, item: Loaded) => {
    const reasons = whyCannotScore(actor, item)
    if (reasons.length > 0) return reasons
    return item.declaration ? true : [{ key: 'committee.refused.not_declared' }]
  },
  unique: { committee_scores_one: { key: 'committee.refused.has_scored' } },
  async run({ tx, actor, now }, { itemId, ...points }, { item }) {
    await tx.insert(committeeScores).values({ id: newId(now), itemId, userId: actor.userId, ...points, scoredAt: now })
    return { itemId, meetingId: item.meetingId }
  },
})
