import { sql } from 'drizzle-orm'

/** A person's name as written, in its four parts, of the row `p`. */
export const fullNameSql = sql.raw(
  `concat_ws(' ', p.given_name, p.father_name, nullif(p.grandfather_name, ''), nullif(p.family_name, ''))`,
)
