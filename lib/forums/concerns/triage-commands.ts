import { and, eq, inArray, sql } from 'drizzle-orm'
import type * as z from 'zod/mini'
import { cases } from '../../../db/schema/cases'
import { concerns } from '../../../db/schema/concerns'
import { caseRefSchema } from '../../cases/schemas'
import { touch, transition } from '../../cases/transition'
import { type Context, command } from '../../commands/command'
import { refuse } from '../../commands/result'
import { baghdadDay } from '../../format'
import { casePriorityOf } from './domain'
import { type LoadedConcern, loadConcern } from './load'
import { canTriage, canWrite } from './policy'
import { restrict } from './raise-commands'
import { triageSchema } from './schemas'

/** Days in which an accepted concern should have an action. */
const planDays = 14

/** Says that someone is looking at it. */
export const startTriage = command({
  name: 'concerns.start_triage',
  input: caseRefSchema,
  load: loadConcern,
  allow: canWrite,
  async run(context, _input, concern) {
    await transition(context, concern, 'start_triage', 'triage')
    return { caseId: concern.id }
  },
})

type Decision = z.infer<typeof triageSchema>

/** Both rows in one order, so that two that are marked as duplicates of one another at once wait instead of blocking. */
async function lockBoth({ tx }: Context, ids: string[]): Promise<void> {
  await tx.select({ id: cases.id }).from(cases).where(inArray(cases.id, ids)).orderBy(cases.id).for('update')
}

async function markDuplicate(context: Context, concern: LoadedConcern, input: Decision): Promise<void> {
  const rows = await context.tx
    .update(concerns)
    .set({ duplicateOf: input.originalId })
    .where(and(eq(concerns.caseId, concern.id), sql`${input.originalId}::uuid <> ${concerns.caseId}`))
    .returning({ id: concerns.caseId })
  if (rows.length === 0) refuse('concerns.refused.not_an_original')
  await transition(context, concern, 'mark_duplicate', 'duplicate', { dueOn: null })
}

/** Decides what becomes of a concern; one that nobody had taken up is taken up with it. */
export const triageConcern = command({
  name: 'concerns.triage',
  input: triageSchema,
  async load(context, input) {
    if (input.originalId) await lockBoth(context, [input.caseId, input.originalId])
    return loadConcern(context, input)
  },
  allow: canTriage,
  async run(context, input, raised) {
    if (input.decision === 'restrict') {
      await restrict(context, raised.id)
      return { caseId: raised.id, isGone: true }
    }
    let state = raised.status === 'raised' ? await transition(context, raised, 'start_triage', 'triage') : { ...raised }
    const severity = input.severity ?? raised.severity
    const category = input.category ?? raised.category
    if (severity !== raised.severity || category !== raised.category) {
      await context.tx.update(concerns).set({ severity, category }).where(eq(concerns.caseId, raised.id))
      state = await touch(context, state, { priority: casePriorityOf[severity] })
    }
    const concern = { ...raised, ...state, programme: 'policing' as const }
    const said = input.reason ? { reason: input.reason } : {}
    if (input.decision === 'accept') {
      const dueOn = baghdadDay(new Date(context.now.getTime() + planDays * 86_400_000))
      await transition(context, concern, 'accept', 'accepted', { ...said, dueOn })
    } else if (input.decision === 'duplicate') {
      await markDuplicate(context, concern, input)
    } else if (input.decision === 'refer_out') {
      const { referredTo } = input
      await context.tx.update(concerns).set({ referredTo }).where(eq(concerns.caseId, raised.id))
      await transition(context, concern, 'refer_out', 'referred_out', { ...said, outcome: referredTo, dueOn: null })
    } else {
      await transition(context, concern, 'put_out_of_scope', 'out_of_scope', { ...said, dueOn: null })
    }
    return { caseId: raised.id, isGone: false }
  },
})
