import type { Actor } from '../auth/actor'
import type { Result } from '../commands/result'
import { registerPerson } from './register-commands'

/** A complete, unremarkable registration; `change` makes it remarkable. */
export function registration(actor: Actor, change: Record<string, unknown> = {}) {
  return {
    given: 'سالم',
    father: 'كامل',
    sex: 'male',
    birth: { day: '2', month: '3', year: '1985' },
    documentType: 'none',
    locationPcode: 'IQG01Q01N03',
    teamId: actor.teams[0],
    status: 'returnee',
    since: '2017-05-01',
    ...change,
  }
}

/** Registers, and says "someone else" to whatever the identity check shows. */
export async function registerForTest(actor: Actor, change: Record<string, unknown> = {}) {
  const input = registration(actor, change)
  let answer: Result<{ personId: string; householdId: string }> = await registerPerson.execute(actor, input)
  if (!answer.ok && answer.code === 'refused') {
    const someoneElse = String(answer.reasons[0]?.params?.handles ?? '')
    answer = await registerPerson.execute(actor, { ...input, someoneElse })
  }
  if (!answer.ok) throw new Error(JSON.stringify(answer))
  return answer.data
}
