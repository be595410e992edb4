import { v7 } from 'uuid'

/**
 * A UUID version 7: ordered by time, so that "newest first" is an order of the key itself.
 * @param at the moment it stands for; now when not given (the seed writes a history).
 */
export function newId(at?: Date): string {
  return at ? v7({ msecs: at.getTime() }) : v7()
}

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

/** Whether a text from a URL or a form is a UUID in its usual spelling. */
export function isId(text: unknown): text is string {
  return typeof text === 'string' && uuidPattern.test(text)
}
