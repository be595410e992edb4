/** Why the rules say no: the key of a message and what it needs. */
export type Refusal = { key: string; params?: Record<string, string | number> }

/** The answer of every command. Input is never echoed; the unexpected is thrown, not returned. */
export type Result<T> =
  | { ok: true; data: T }
  | { ok: false; code: 'invalid'; fields: Record<string, string> }
  | { ok: false; code: 'refused'; reasons: Refusal[] }
  | { ok: false; code: 'conflict' | 'not_found' | 'forbidden' | 'unauthenticated' | 'unavailable' }

/** What a server action answers. `values`: what was typed, secrets left out, only when the post came without scripts. */
export type ActionState<T = unknown> = (Result<T> & { values?: Record<string, unknown> }) | null

export type Action<T = unknown> = (previous: ActionState, formData: FormData) => Promise<ActionState<T>>

/** Thrown inside a command's `run` to end it with an answer; the transaction rolls back. */
export class Refused extends Error {
  constructor(readonly reasons: Refusal[]) {
    super(`refused: ${reasons.map((reason) => reason.key).join(', ')}`)
  }
}

/** Thrown when a named field is wrong in a way that only the records can tell. */
export class InvalidField extends Error {
  constructor(readonly fields: Record<string, string>) {
    super(`invalid: ${Object.keys(fields).join(', ')}`)
  }
}

/** Thrown when the record was changed by someone else since it was read. */
export class Conflict extends Error {}

/** Thrown when the record does not exist for this actor. */
export class NotFound extends Error {}

/** Ends a command because the rules say no. */
export function refuse(key: string, params?: Refusal['params']): never {
  throw new Refused([params ? { key, params } : { key }])
}
