import { sql } from 'drizzle-orm'
import { boolean, integer, text, timestamp, uuid } from 'drizzle-orm/pg-core'

/** Primary key: a UUID v7 made by the application (`newId`), so it is known before the row is written. */
export const id = () => uuid('id').primaryKey()

/** A moment, in UTC. */
export const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' })

/** A moment that is now unless the seed writes history (see `app_now()` in the migrations). */
export const momentNow = (name: string) => moment(name).notNull().default(sql`app_now()`)

/** A list of texts as SQL, for CHECK constraints built from the pure lists of the domain. */
export const oneOf = (column: string, values: readonly string[]) =>
  sql.raw(`${column} in (${values.map((value) => `'${value.replaceAll("'", "''")}'`).join(', ')})`)

/** An entry of a list whose words and order an admin keeps; the code stays for good. */
export const wordColumns = () => ({
  code: text('code').primaryKey(),
  nameEn: text('name_en').notNull(),
  nameAr: text('name_ar').notNull(),
  nameCkb: text('name_ckb'),
  position: integer('position').notNull().default(0),
  isActive: boolean('is_active').notNull().default(true),
  version: integer('version').notNull().default(1),
})
