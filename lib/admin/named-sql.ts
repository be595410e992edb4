import { sql } from 'drizzle-orm'

/** The names of a row in all languages as one value; `table` is an alias in the query, never what anyone typed. */
export const namedSql = (table: 't' | 'l' | 'g') =>
  sql.raw(`jsonb_build_object('en', ${table}.name_en, 'ar', ${table}.name_ar, 'ckb', ${table}.name_ckb)`)
