import { revalidatePath } from 'next/cache'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { getActor } from '../auth/session'
import { isId } from '../ids'
import type { Command } from './command'
import { isUnavailable } from './failure'
import { echoOf, objectFrom } from './form-data'
import type { Action, ActionState, Result } from './result'

/** Every server action there is. A test asks that each export of an `actions.ts` is in it. */
const served = new WeakSet<object>()

export function isServed(action: unknown): boolean {
  return typeof action === 'function' && served.has(action)
}

type Options<D> = {
  /** Where to go when it is done; stays on the page without it. A path of our own, never text from the form. */
  to?: (data: D, form: FormData) => string
}

/** Reads the form, lets `work` answer it and finishes the request: redirect, or the state for the form. */
export function serveForm<D>(
  work: (input: unknown, commandId: string | undefined) => Promise<Result<D>>,
  options: Options<D> = {},
): Action<D> {
  const action: Action<D> = async (_previous, form) => {
    const input = objectFrom(form)
    const commandId = form.get('commandId')
    let result: Result<D>
    try {
      result = input
        ? await work(input, isId(commandId) ? commandId : undefined)
        : { ok: false, code: 'invalid', fields: { '': 'errors.unreadable' } }
    } catch (error) {
      if (!isUnavailable(error)) throw error
      result = { ok: false, code: 'unavailable' }
    }
    if (result.ok) {
      // Before the redirect too: the router would take one that only adds a mark for a jump and go on showing what stood there.
      revalidatePath('/', 'layout')
      if (options.to) redirect(options.to(result.data, form))
      return result
    }
    // With scripts the form still holds what was typed; without, it has to travel back.
    const hasScripts = (await headers()).has('next-action')
    const state: ActionState<D> = hasScripts ? result : { ...result, values: echoOf(form) }
    return state
  }
  served.add(action)
  return action
}

/** A deed without a form's state, such as signing out: it does its work and leads on. */
export function servePlain(work: (form: FormData) => Promise<void>): (form: FormData) => Promise<void> {
  const action = async (form: FormData) => work(form)
  served.add(action)
  return action
}

/** Makes a server action of a command. The actor is read anew for each request. */
export function serve<D>(command: Command<D>, options: Options<D> = {}): Action<D> {
  return serveForm<D>(async (input, commandId) => {
    const actor = await getActor()
    if (!actor) return { ok: false, code: 'unauthenticated' }
    return command.execute(actor, input, commandId ? { commandId } : {})
  }, options)
}
