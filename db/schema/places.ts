import { sql } from 'drizzle-orm'
import { type AnyPgColumn, boolean, check, doublePrecision, index, integer, pgTable, text } from 'drizzle-orm/pg-core'
import { momentNow, wordColumns } from './columns'

/** Places by P-code: 1 governorate, 2 district, 3 sub-district, 4 community. */
export const locations = pgTable(
  'locations',
  {
    pcode: text('pcode').primaryKey(),
    level: integer('level').notNull(),
    parentPcode: text('parent_pcode').references((): AnyPgColumn => locations.pcode),
    nameEn: text('name_en').notNull(),
    nameAr: text('name_ar').notNull(),
    nameCkb: text('name_ckb'),
    aliases: text('aliases').array().notNull().default(sql`'{}'`),
    /** The middle of the place in degrees, WGS 84, where it is known. */
    latitude: doublePrecision('latitude'),
    longitude: doublePrecision('longitude'),
    isActive: boolean('is_active').notNull().default(true),
    createdAt: momentNow('created_at'),
    version: integer('version').notNull().default(1),
  },
  (t) => [
    index('locations_of_parent').on(t.parentPcode),
    check('locations_level', sql`level between 1 and 4 and (level = 1) = (parent_pcode is null)`),
  ],
)

/** Business sectors: the words are editable, the codes are what figures are counted by. */
export const sectors = pgTable('sectors', wordColumns())
