import { eq } from 'drizzle-orm'
import { concerns, concernTexts } from '../../../db/schema/concerns'
import { caseRefSchema } from '../../cases/schemas'
import { transition } from '../../cases/transition'
import { command } from '../../commands/command'
import { loadConcern } from './load'
import { canWrite } from './policy'
import { reopenSchema, resolveSchema, verifySchema } from './schemas'

/** Says what came of it, in words that are fit for the forum. */
export const resolveConcern = command({
  name: 'concerns.resolve',
  input: resolveSchema,
  load: loadConcern,
  allow: canWrite,
  async run(context, { result }, concern) {
    await context.tx.update(concernTexts).set({ result }).where(eq(concernTexts.caseId, concern.id))
    await transition(context, concern, 'resolve', 'resolved', { dueOn: null })
    return { caseId: concern.id }
  },
})

/** The forum found in a session that it is resolved. */
export const verifyConcern = command({
  name: 'concerns.verify',
  input: verifySchema,
  load: loadConcern,
  allow: canWrite,
  async run(context, { sessionId }, concern) {
    await context.tx.update(concerns).set({ verifiedIn: sessionId }).where(eq(concerns.caseId, concern.id))
    await transition(context, concern, 'verify', 'verified_by_forum')
    return { caseId: concern.id }
  },
})

export const closeConcern = command({
  name: 'concerns.close',
  input: caseRefSchema,
  load: loadConcern,
  allow: canWrite,
  async run(context, _input, concern) {
    await transition(context, concern, 'close', 'closed', { dueOn: null })
    return { caseId: concern.id }
  },
})

/** Takes up again what was not resolved after all. */
export const reopenConcern = command({
  name: 'concerns.reopen',
  input: reopenSchema,
  load: loadConcern,
  allow: canWrite,
  async run(context, { reason }, concern) {
    await transition(context, concern, 'reopen', 'reopened', { reason })
    return { caseId: concern.id }
  },
})
