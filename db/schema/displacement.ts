import { sql } from 'drizzle-orm'
import { boolean, check, index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import {
  breakdownUnits,
  confidences,
  countMethods,
  mostFamilies,
  mostIndividuals,
  populations,
} from '../../lib/communities/displacement/domain'
import { findings, importStates } from '../../lib/communities/displacement/files/findings'
import { id, moment, momentNow, oneOf } from './columns'
import { monitoredLocations } from './displacement-places'
import { displacementRounds } from './displacement-rounds'
import { users } from './users'

/** A file of figures on its way into a round: its columns are matched, its rows looked at, then taken. */
export const displacementImports = pgTable(
  'displacement_imports',
  {
    id: id(),
    roundId: uuid('round_id')
      .notNull()
      .references(() => displacementRounds.id),
    population: text('population').notNull(),
    fileName: text('file_name').notNull(),
    sha256: text('sha256').notNull(),
    sheetName: text('sheet_name').notNull().default(''),
    otherSheets: text('other_sheets').array().notNull().default(sql`'{}'`),
    /** The heads as they stand in the file, and the line they stand in. */
    header: jsonb('header').notNull(),
    headerLine: integer('header_line').notNull(),
    /** Which field each column is, by position; null until someone has said so. */
    mapping: jsonb('mapping'),
    isRemembered: boolean('is_remembered').notNull().default(false),
    state: text('state').notNull().default('mapping'),
    rowCount: integer('row_count').notNull(),
    doneCount: integer('done_count').notNull().default(0),
    /** What the lines of totals say beside what the rows above them add up to. */
    totals: jsonb('totals').notNull().default([]),
    running: jsonb('running').notNull().default({}),
    importedBy: uuid('imported_by')
      .notNull()
      .references(() => users.id),
    importedAt: momentNow('imported_at'),
    finishedAt: moment('finished_at'),
  },
  (t) => [
    index('displacement_imports_of_round').on(t.roundId, t.id),
    index('displacement_imports_of_file').on(t.sha256),
    check('displacement_imports_state', oneOf('state', importStates)),
    check('displacement_imports_population', oneOf('population', populations)),
  ],
)

export const displacementImportRows = pgTable(
  'displacement_import_rows',
  {
    importId: uuid('import_id')
      .notNull()
      .references(() => displacementImports.id),
    position: integer('position').notNull(),
    /** The number that a spreadsheet shows beside the row. */
    line: integer('line').notNull(),
    cells: jsonb('cells').notNull(),
    /** What was read from the cells (`Reading`); null before. */
    reading: jsonb('reading'),
    locationId: uuid('location_id').references(() => monitoredLocations.id),
    finding: text('finding'),
    /** Families that stood there before it was taken. */
    familiesBefore: integer('families_before'),
  },
  (t) => [
    primaryKey({ columns: [t.importId, t.position] }),
    index('displacement_import_rows_found').on(t.importId, t.finding, t.position), // preview by finding, next rows
    index('displacement_import_rows_of_location').on(t.locationId, t.importId), // the same place twice in a file
    check('displacement_import_rows_finding', oneOf('finding', findings)),
  ],
)

/** How the columns of files with these heads were matched the last time. */
export const displacementMappings = pgTable('displacement_mappings', {
  /** The heads, folded, as a hash; with the population, since one list may be read twice. */
  signature: text('signature').primaryKey(),
  mapping: jsonb('mapping').notNull(),
  savedBy: uuid('saved_by')
    .notNull()
    .references(() => users.id),
  savedAt: momentNow('saved_at'),
})

/** The figures of one location in one round, of displaced people or of returnees. */
export const displacementCounts = pgTable(
  'displacement_counts',
  {
    roundId: uuid('round_id')
      .notNull()
      .references(() => displacementRounds.id),
    locationId: uuid('location_id')
      .notNull()
      .references(() => monitoredLocations.id),
    population: text('population').notNull(),
    families: integer('families').notNull(),
    individuals: integer('individuals').notNull(),
    /** Whether individuals were counted or are families times a number. */
    method: text('method').notNull(),
    confidence: text('confidence'),
    /** Families or individuals by governorate of origin, by wave and by shelter, as far as they are known. */
    origins: jsonb('origins').notNull().default({}),
    periods: jsonb('periods').notNull().default({}),
    shelters: jsonb('shelters').notNull().default({}),
    breakdownUnit: text('breakdown_unit'),
    /** The file it came from; null when it was typed. */
    importId: uuid('import_id').references(() => displacementImports.id),
    enteredBy: uuid('entered_by')
      .notNull()
      .references(() => users.id),
    enteredAt: momentNow('entered_at'),
    version: integer('version').notNull().default(1),
  },
  (t) => [
    primaryKey({ columns: [t.roundId, t.population, t.locationId] }),
    index('displacement_counts_of_location').on(t.locationId, t.roundId), // a location's trend
    check('displacement_counts_population', oneOf('population', populations)),
    check('displacement_counts_method', oneOf('method', countMethods)),
    check('displacement_counts_confidence', oneOf('confidence', confidences)),
    check('displacement_counts_unit', oneOf('breakdown_unit', breakdownUnits)),
    check(
      'displacement_counts_numbers',
      sql.raw(
        `families between 0 and ${mostFamilies} and individuals between families and ${mostIndividuals} and (families > 0 or individuals = 0)`,
      ),
    ),
    // What is called multiplied is exactly that.
    check(
      'displacement_counts_multiplied',
      sql`individuals = case method when 'families_x6' then families * 6 when 'camp_x5' then families * 5 else individuals end`,
    ),
  ],
)
