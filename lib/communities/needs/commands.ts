import { eq, sql } from 'drizzle-orm'
import { communityNeeds, needLinks } from '../../../db/schema/action-plans'
import { command } from '../../commands/command'
import { Conflict, NotFound } from '../../commands/result'
import { newId } from '../../ids'
import { recordCommunityEvent } from '../event'
import { changePlan, loadPlan, lockPlan } from '../plans/load'
import { rankNeedsSchema } from '../plans/schemas'
import { canKeep } from '../policy'
import { changeNeed, loadNeed, moveNeed, readNeed } from './load'
import {
  addNeedSchema,
  editNeedSchema,
  linkNeedSchema,
  needRefSchema,
  outcomeSchema,
  reopenNeedSchema,
  unlinkNeedSchema,
} from './schemas'

/** Writes down what a community needs, last in its order until it is ranked. */
export const addNeed = command({
  name: 'needs.add',
  input: addNeedSchema,
  load: (context, input) => lockPlan(context, input.planId),
  allow: canKeep,
  async run(context, input, plan) {
    const { tx, actor, now } = context
    const needId = newId(now)
    await tx.insert(communityNeeds).values({
      id: needId,
      teamId: plan.teamId,
      status: 'open',
      rank: sql`(select coalesce(max(n.rank), 0) + 1 from community_needs n where n.plan_id = ${plan.id}::uuid)`,
      ...input,
      createdBy: actor.userId,
      createdAt: now,
    })
    await recordCommunityEvent(context, { subject: 'need', subjectId: needId, from: null, to: 'open' })
    return { needId, planId: plan.id }
  },
})

export const editNeed = command({
  name: 'needs.edit',
  input: editNeedSchema,
  load: loadNeed,
  allow: canKeep,
  run: (context, { needId: _id, version: _version, ...facts }, need) =>
    changeNeed(context, need, facts, { deed: 'edit' }),
})

/** Puts the needs of a plan in the community's own order: by the numbers given, equals as they stood. */
export const rankNeeds = command({
  name: 'plans.rank',
  input: rankNeedsSchema,
  load: loadPlan,
  allow: canKeep,
  async run(context, { ranks }, plan) {
    const needs = await context.tx
      .select({ id: communityNeeds.id, rank: communityNeeds.rank })
      .from(communityNeeds)
      .where(eq(communityNeeds.planId, plan.id))
      .orderBy(communityNeeds.rank, communityNeeds.id)
      .for('update')
    const asked = new Map(ranks.map(({ needId, rank }) => [needId, rank]))
    // Another need came in meanwhile: the community has not seen this list.
    if (asked.size !== needs.length || needs.some(({ id }) => !asked.has(id))) throw new Conflict()
    const inOrder = needs.toSorted((a, b) => (asked.get(a.id) ?? 0) - (asked.get(b.id) ?? 0))
    for (const [index, need] of inOrder.entries()) {
      if (need.rank === index + 1) continue
      await context.tx
        .update(communityNeeds)
        .set({ rank: index + 1, version: sql`${communityNeeds.version} + 1` })
        .where(eq(communityNeeds.id, need.id))
    }
    return changePlan(context, plan, {}, { deed: 'rank' })
  },
})

/** Someone has begun to do something about it. */
export const addressNeed = command({
  name: 'needs.address',
  input: needRefSchema,
  load: loadNeed,
  allow: canKeep,
  run: (context, _input, need) => moveNeed(context, need, 'address', 'addressed'),
})

export const meetNeed = command({
  name: 'needs.meet',
  input: outcomeSchema,
  load: loadNeed,
  allow: canKeep,
  run: (context, { outcome }, need) => moveNeed(context, need, 'meet', 'met', { outcome }),
})

export const dropNeed = command({
  name: 'needs.drop',
  input: outcomeSchema,
  load: loadNeed,
  allow: canKeep,
  run: (context, { outcome }, need) => moveNeed(context, need, 'drop', 'dropped', { outcome }),
})

export const reopenNeed = command({
  name: 'needs.reopen',
  input: reopenNeedSchema,
  load: loadNeed,
  allow: canKeep,
  run: (context, { reason }, need) => moveNeed(context, need, 'reopen', 'open', {}, { reason }),
})

/** Says that a need answers a concern or an action, which the actor must see. */
export const linkNeed = command({
  name: 'needs.link',
  input: linkNeedSchema,
  load: (context, input) => readNeed(context.tx, input.needId),
  allow: canKeep,
  unique: {
    need_links_of_concern: { field: 'answers', key: 'communities.errors.linked' },
    need_links_of_action: { field: 'answers', key: 'communities.errors.linked' },
  },
  async run({ tx, actor, now }, { answers }, need) {
    await tx
      .insert(needLinks)
      .values({ id: newId(now), needId: need.id, ...answers, createdBy: actor.userId, createdAt: now })
    return { needId: need.id }
  },
})

export const unlinkNeed = command({
  name: 'needs.unlink',
  input: unlinkNeedSchema,
  async load({ tx }, { linkId }) {
    const [link] = await tx.select({ needId: needLinks.needId }).from(needLinks).where(eq(needLinks.id, linkId))
    return link ? readNeed(tx, link.needId) : null
  },
  allow: canKeep,
  async run({ tx }, { linkId }, need) {
    const gone = await tx.delete(needLinks).where(eq(needLinks.id, linkId)).returning({ id: needLinks.id })
    if (gone.length === 0) throw new NotFound()
    return { needId: need.id }
  },
})
