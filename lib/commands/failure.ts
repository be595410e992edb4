import { Conflict, InvalidField, NotFound, type Refusal, Refused, type Result } from './result'

/** What a unique index means to a person: a wrong field, or a rule that says no. */
export type UniqueMeaning = { field: string; key: string } | Refusal

type PostgresFailure = { code: string; message: string; constraint_name?: string }

function isPostgresFailure(error: unknown): error is PostgresFailure {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
}

/** Drizzle wraps what the driver threw. */
function rootOf(error: unknown): unknown {
  return error instanceof Error && error.cause instanceof Error && isPostgresFailure(error.cause) ? error.cause : error
}

const unreachable = new Set([
  'CONNECTION_CLOSED',
  'CONNECTION_ENDED',
  'CONNECTION_DESTROYED',
  'CONNECT_TIMEOUT',
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ENOTFOUND',
  '57P01',
  '57P02',
  '57P03',
  '53300',
  '08006',
  '08001',
])

/** Whether an error means that the database cannot be reached right now. */
export function isUnavailable(error: unknown): boolean {
  const root = rootOf(error)
  return isPostgresFailure(root) && unreachable.has(root.code)
}

/**
 * Turns what was thrown inside a command into its answer, or null when it is unexpected and must be thrown on.
 * The SA codes are raised by the database's own rules (db/migrations, "rules").
 */
export function answerFor(error: unknown, unique: Record<string, UniqueMeaning>): Result<never> | null {
  if (error instanceof Refused) return { ok: false, code: 'refused', reasons: error.reasons }
  if (error instanceof InvalidField) return { ok: false, code: 'invalid', fields: error.fields }
  if (error instanceof Conflict) return { ok: false, code: 'conflict' }
  if (error instanceof NotFound) return { ok: false, code: 'not_found' }
  const root = rootOf(error)
  if (!isPostgresFailure(root)) return null
  if (unreachable.has(root.code)) return { ok: false, code: 'unavailable' }
  switch (root.code) {
    case 'SA401':
      return { ok: false, code: 'unauthenticated' }
    case 'SA422':
      return { ok: false, code: 'refused', reasons: [{ key: root.message }] }
    case 'SA409':
    case '40001':
    case '40P01':
      return { ok: false, code: 'conflict' }
    case '42501': // row-level security: for this actor the record does not exist
    case '23503': // an id that a form names leads to nothing
      return { ok: false, code: 'not_found' }
    case '23505': {
      const meaning = unique[root.constraint_name ?? '']
      if (!meaning) return { ok: false, code: 'conflict' }
      return 'field' in meaning
        ? { ok: false, code: 'invalid', fields: { [meaning.field]: meaning.key } }
        : { ok: false, code: 'refused', reasons: [meaning] }
    }
    default:
      return null
  }
}
