import { sql } from 'drizzle-orm'

/** The day of a moment as people in Iraq count days, in SQL. */
export const baghdadDayOf = (column: unknown) =>
  sql<string>`to_char(${column} at time zone 'Asia/Baghdad', 'YYYY-MM-DD')`
