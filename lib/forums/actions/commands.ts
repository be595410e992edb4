import { forumActions } from '../../../db/schema/concerns'
import { type Actor, reaches } from '../../auth/actor'
import { touch, transition } from '../../cases/transition'
import { type Context, command } from '../../commands/command'
import { InvalidField, NotFound } from '../../commands/result'
import { baghdadDay } from '../../format'
import { newId } from '../../ids'
import { lockConcern } from '../concerns/load'
import { recordForumEvent } from '../event'
import { readForum } from '../load'
import { type LoadedAction, loadAction, moveAction } from './load'
import {
  actionRefSchema,
  agreeActionSchema,
  blockSchema,
  finishSchema,
  sendBackSchema,
  verifyActionSchema,
} from './schemas'

/** The concern that an action answers goes on with it, and is due when its last action is. */
async function planConcern(context: Context, caseId: string, forumId: string, dueOn: string): Promise<void> {
  const concern = await lockConcern(context.tx, caseId)
  if (!concern || concern.forumId !== forumId) throw new NotFound()
  if (['accepted', 'reopened'].includes(concern.status))
    await transition(context, concern, 'plan', 'planned', { dueOn })
  else if (!concern.dueOn || concern.dueOn < dueOn) await touch(context, concern, { dueOn })
}

/** Writes down what a forum agreed to do: what, who, and by when. */
export const agreeAction = command({
  name: 'actions.agree',
  input: agreeActionSchema,
  load: (context, input) => readForum(context.tx, input.forumId),
  allow: (actor, forum) => reaches(actor, 'forums.write', forum),
  async run(context, input, forum) {
    const { tx, actor, now } = context
    if (input.dueOn < baghdadDay(now)) throw new InvalidField({ dueOn: 'errors.datePast' })
    const id = newId(now)
    await tx
      .insert(forumActions)
      .values({ id, teamId: forum.teamId, status: 'open', createdBy: actor.userId, createdAt: now, ...input })
    await recordForumEvent(context, { forumId: forum.id, subject: 'action', subjectId: id, from: null, to: 'open' })
    if (input.caseId) await planConcern(context, input.caseId, forum.id, input.dueOn)
    return { actionId: id, caseId: input.caseId, forumId: forum.id }
  },
})

export const mayWork = (actor: Actor, action: LoadedAction) => reaches(actor, 'forums.write', action)

/** Says that it has begun; so has the work on its concern. */
export const startAction = command({
  name: 'actions.start',
  input: actionRefSchema,
  load: loadAction,
  allow: mayWork,
  async run(context, _input, action) {
    const concern = action.caseId ? await lockConcern(context.tx, action.caseId) : null
    if (concern?.status === 'planned') await transition(context, concern, 'start', 'in_progress')
    return moveAction(context, action, 'start', 'in_progress')
  },
})

export const blockAction = command({
  name: 'actions.block',
  input: blockSchema,
  load: loadAction,
  allow: mayWork,
  run: (context, { blockedBecause }, action) =>
    moveAction(context, action, 'block', 'blocked', { blockedBecause }, { reason: blockedBecause }),
})

export const unblockAction = command({
  name: 'actions.unblock',
  input: actionRefSchema,
  load: loadAction,
  allow: mayWork,
  run: (context, _input, action) => moveAction(context, action, 'unblock', 'in_progress', { blockedBecause: '' }),
})

/** Says on which day it was done, and by what that can be seen. */
export const finishAction = command({
  name: 'actions.finish',
  input: finishSchema,
  load: loadAction,
  allow: mayWork,
  async run(context, { doneOn, evidence }, action) {
    if (doneOn > baghdadDay(context.now)) throw new InvalidField({ doneOn: 'errors.dateFuture' })
    const concern = action.caseId ? await lockConcern(context.tx, action.caseId) : null
    if (concern?.status === 'planned') await transition(context, concern, 'start', 'in_progress')
    return moveAction(context, action, 'finish', 'done', { doneOn, evidence })
  },
})

/** The forum found in a session that it is done. */
export const verifyAction = command({
  name: 'actions.verify',
  input: verifyActionSchema,
  load: loadAction,
  allow: mayWork,
  run: (context, { sessionId }, action) => moveAction(context, action, 'verify', 'verified', { verifiedIn: sessionId }),
})

/** The forum did not find it done. */
export const sendBackAction = command({
  name: 'actions.send_back',
  input: sendBackSchema,
  load: loadAction,
  allow: mayWork,
  run: (context, { reason }, action) =>
    moveAction(context, action, 'send_back', 'in_progress', { doneOn: null }, { reason }),
})

export const cancelAction = command({
  name: 'actions.cancel',
  input: sendBackSchema,
  load: loadAction,
  allow: mayWork,
  run: (context, { reason }, action) => moveAction(context, action, 'cancel', 'cancelled', {}, { reason }),
})
