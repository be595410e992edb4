import { DrizzleQueryError } from 'drizzle-orm'
import postgres from 'postgres'

/** What Postgres refused: its code, its words and the constraint, and the statement with its places left empty. */
class DatabaseFailure extends Error {
  readonly code: string
  readonly constraint_name: string | undefined
  readonly query: string | undefined
  constructor(from: postgres.PostgresError, query: string | undefined) {
    // Class 22 (data that does not fit) quotes the value in its message.
    super(from.code.startsWith('22') ? `a value does not fit (${from.code})` : from.message)
    this.name = 'DatabaseFailure'
    this.code = from.code
    this.constraint_name = from.constraint_name
    this.query = query
  }
}

/**
 * A failure as it may be thrown on. What is not expected is logged whole, and both Drizzle (`params:`) and Postgres
 * (`Failing row contains…`) put names, numbers and hashes into theirs: those stay behind here.
 */
export function withoutValues(error: unknown): unknown {
  const isWrapped = error instanceof DrizzleQueryError
  const root = isWrapped ? error.cause : error
  if (root instanceof postgres.PostgresError) return new DatabaseFailure(root, isWrapped ? error.query : undefined)
  return isWrapped ? (root ?? new Error('a query failed')) : error
}
