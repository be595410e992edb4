import { type SQL, sql } from 'drizzle-orm'

/**
 * Counting the whole and by each of several columns in one query: `select ${dimensionOf(names)}, … group by ${groupingSets(names)}`. The names are
 * our own, never typed.
 */

/** Which column a row counts by, `all` for the whole, and the value of it. */
export const dimensionOf = (names: readonly string[]): SQL =>
  sql.raw(
    `case ${names.map((name) => `when grouping(${name}) = 0 then '${name}'`).join(' ')} else 'all' end as dimension, ` +
      `coalesce(${names.map((name) => `${name}::text`).join(', ')}, '') as value`,
  )

/** The whole, and each column alone; or each of these by one column more. */
export const groupingSets = (names: readonly string[], by?: string): SQL =>
  sql.raw(`grouping sets (${['', ...names].map((name) => `(${[name, by].filter(Boolean).join(', ')})`).join(', ')})`)
