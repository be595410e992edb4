import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { ageBands, displacementStatuses, sexes } from '../../lib/people/domain'
import { disabilityAnswers, sumDimensions } from '../../lib/referrals/consultations/domain'
import { id, moment, momentNow, oneOf, wordColumns } from './columns'
import { facilities } from './facilities'
import { locations } from './places'
import { teams, users } from './users'

/** What people come with; the words are an admin's to edit, the codes are what totals are counted by. */
export const complaintCategories = pgTable('complaint_categories', wordColumns())

/** One day's register of one facility. A correction takes the place of the one before, which stays readable as withdrawn. */
export const consultationRegisters = pgTable(
  'consultation_registers',
  {
    id: id(),
    facilityId: uuid('facility_id')
      .notNull()
      .references(() => facilities.id),
    heldOn: date('held_on').notNull(),
    teamId: uuid('team_id')
      .notNull()
      .references(() => teams.id),
    districtPcode: text('district_pcode')
      .notNull()
      .references(() => locations.pcode),
    source: text('source').notNull(),
    fileSha256: text('file_sha256'),
    rowCount: integer('row_count').notNull(),
    enteredBy: uuid('entered_by').references(() => users.id),
    enteredAt: momentNow('entered_at'),
    withdrawnAt: moment('withdrawn_at'),
    withdrawnBy: uuid('withdrawn_by').references(() => users.id),
  },
  (t) => [
    uniqueIndex('consultation_registers_day').on(t.facilityId, t.heldOn).where(sql`withdrawn_at is null`),
    index('consultation_registers_of_facility').on(t.facilityId, t.heldOn), // every version of a day; a facility's month
    index('consultation_registers_of_team').on(t.teamId, t.heldOn, t.id), // list of a team, newest day first
    index('consultation_registers_by_day').on(t.heldOn, t.id), // list with scope "all"
    check('consultation_registers_source', oneOf('source', ['grid', 'import'])),
  ],
)

/** A line of a register. */
export const consultations = pgTable(
  'consultations',
  {
    registerId: uuid('register_id')
      .notNull()
      .references(() => consultationRegisters.id),
    position: smallint('position').notNull(),
    sex: text('sex').notNull(),
    ageYears: smallint('age_years').notNull(),
    displacement: text('displacement').notNull(),
    disability: text('disability').notNull(),
    categoryCode: text('category_code')
      .notNull()
      .references(() => complaintCategories.code),
    isNew: boolean('is_new').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.registerId, t.position] }),
    check('consultations_sex', oneOf('sex', sexes)),
    check('consultations_age', sql`age_years between 0 and 120`),
    check('consultations_displacement', oneOf('displacement', displacementStatuses)),
    check('consultations_disability', oneOf('disability', disabilityAnswers)),
  ],
)

/**
 * Monthly totals, kept by trigger from the lines of registers that stand; what figures read. Facility and team are the
 * register's, which refers to them: asking again for each total would double the cost of a large file.
 */
export const consultationTotals = pgTable(
  'consultation_totals',
  {
    month: date('month').notNull(),
    facilityId: uuid('facility_id').notNull(),
    teamId: uuid('team_id').notNull(),
    sex: text('sex').notNull(),
    ageBand: text('age_band').notNull(),
    displacement: text('displacement').notNull(),
    disability: text('disability').notNull(),
    categoryCode: text('category_code').notNull(),
    isNew: boolean('is_new').notNull(),
    count: integer('count').notNull(),
  },
  (t) => [
    primaryKey({
      columns: [
        t.month,
        t.facilityId,
        t.teamId,
        t.sex,
        t.ageBand,
        t.displacement,
        t.disability,
        t.categoryCode,
        t.isNew,
      ],
    }),
    check(
      'consultation_totals_band',
      // As `age_band()` in the database writes them, with a hyphen.
      oneOf(
        'age_band',
        ageBands.map((band) => band.replace('–', '-')),
      ),
    ),
    check('consultation_totals_count', sql`count >= 0`),
  ],
)

/**
 * The same totals added up once more: a month of a team by one thing at a time. What the page of totals reads, so that it
 * takes no longer when there are more consultations. `value` of the dimension `all` is empty.
 */
export const consultationSums = pgTable(
  'consultation_sums',
  {
    month: date('month').notNull(),
    teamId: uuid('team_id').notNull(),
    dimension: text('dimension').notNull(),
    value: text('value').notNull(),
    count: integer('count').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.month, t.teamId, t.dimension, t.value] }),
    check('consultation_sums_dimension', oneOf('dimension', ['all', ...sumDimensions])),
    check('consultation_sums_count', sql`count >= 0`),
  ],
)

/** A file of registers that was read: what became of each day in it, and why a row was not taken. */
export const consultationImports = pgTable(
  'consultation_imports',
  {
    id: id(),
    fileName: text('file_name').notNull(),
    fileSha256: text('file_sha256').notNull(),
    report: jsonb('report').notNull(),
    /** Whose registers the file was read for; the report opens for who supervises all of them. */
    teamIds: uuid('team_ids').array().notNull().default(sql`'{}'`),
    importedBy: uuid('imported_by')
      .notNull()
      .references(() => users.id),
    importedAt: momentNow('imported_at'),
  },
  (t) => [index('consultation_imports_by_time').on(t.importedBy, t.id)],
)
