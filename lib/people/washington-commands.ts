import type * as z from 'zod/mini'
import { washingtonAnswers } from '../../db/schema/people'
import { type Context, command } from '../commands/command'
import { baghdadDay } from '../format'
import { newId } from '../ids'
import { checkBorn, checkPast, loadPerson } from './load'
import { canEdit } from './policy'
import { washingtonSchema } from './schemas'

/** The row that an interview becomes. */
export function washingtonColumns(context: Context, input: z.infer<typeof washingtonSchema>) {
  const { self_care: selfCare, ...rest } = input
  return {
    ...rest,
    selfCare,
    id: newId(context.now),
    recordedBy: context.actor.userId,
    recordedAt: context.now,
  }
}

/** Records the answers of one Washington Group interview; earlier ones stay. */
export const recordWashington = command({
  name: 'people.washington',
  input: washingtonSchema,
  load: loadPerson,
  allow: canEdit,
  async run(context, input, person) {
    checkPast('answeredOn', input.answeredOn, baghdadDay(context.now))
    checkBorn('answeredOn', input.answeredOn, person.birthOn)
    await context.tx.insert(washingtonAnswers).values(washingtonColumns(context, input))
    return { personId: person.id }
  },
})
