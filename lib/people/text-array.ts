import { type SQL, sql } from 'drizzle-orm'

/** A list of texts as one parameter; none of them may hold a line break. */
export function textArray(values: readonly string[]): SQL<string[]> {
  return sql`string_to_array(${values.join('\n')}, chr(10))`
}
