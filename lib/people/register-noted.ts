import { withActor } from '../../db/client'
import type { Actor } from '../auth/actor'
import type { Result } from '../commands/result'
import { knownIdentity } from './identity'
import { findMatches } from './identity-check'
import { mayAskRegister } from './identity-check-cap'
import { noteCards } from './note-reading'
import { canRegister } from './policy'
import { registerPerson } from './register-commands'
import { registerSchema } from './schemas'

/**
 * Registers as a form asks for it. What `registerPerson` refuses shows cards of people who may be out of scope: it is
 * counted, and noted before the answer leaves. A refusal undoes its transaction, so the note has one of its own.
 */
export async function registerNoted(
  actor: Actor,
  input: unknown,
  commandId?: string,
): Promise<Result<{ personId: string; householdId: string }>> {
  if (canRegister(actor) && !(await mayAskRegister(actor, 'registration')))
    return { ok: false, code: 'refused', reasons: [{ key: 'people.refused.tooManySearches' }] }
  const answer = await registerPerson.execute(actor, input, commandId ? { commandId } : {})
  if (!answer.ok && answer.code === 'refused' && answer.reasons.some(({ params }) => params?.matches)) {
    const known = knownIdentity(registerSchema.parse(input), new Date())
    await withActor(actor, async (tx) => noteCards(tx, actor, await findMatches(tx, actor, known)))
  }
  return answer
}
