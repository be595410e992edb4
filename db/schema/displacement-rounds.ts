import { sql } from 'drizzle-orm'
import {
  type AnyPgColumn,
  check,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { roundMachine } from '../../lib/communities/displacement/machine'
import { id, moment, momentNow, oneOf } from './columns'
import { locations } from './places'
import { users } from './users'

/** A round of figures. A correction is a further edition of the same number. */
export const displacementRounds = pgTable(
  'displacement_rounds',
  {
    id: id(),
    number: integer('number').notNull(),
    edition: integer('edition').notNull().default(1),
    /** The day that the figures stand for. */
    countedOn: date('counted_on').notNull(),
    status: text('status').notNull().default('open'),
    correctsId: uuid('corrects_id').references((): AnyPgColumn => displacementRounds.id),
    /** Why a correction, or remarks on how it was counted. */
    remark: text('remark').notNull().default(''),
    createdBy: uuid('created_by')
      .notNull()
      .references(() => users.id),
    createdAt: momentNow('created_at'),
    submittedBy: uuid('submitted_by').references(() => users.id),
    validatedBy: uuid('validated_by').references(() => users.id),
    publishedBy: uuid('published_by').references(() => users.id),
    publishedAt: moment('published_at'),
    version: integer('version').notNull().default(1),
  },
  (t) => [
    uniqueIndex('displacement_rounds_edition').on(t.number, t.edition),
    uniqueIndex('displacement_rounds_published').on(t.number).where(sql`status = 'published'`),
    uniqueIndex('displacement_rounds_under_way').on(t.number).where(sql`status in ('open', 'submitted', 'validated')`),
    index('displacement_rounds_by_day').on(t.countedOn, t.id), // trends
    check('displacement_rounds_status', oneOf('status', roundMachine.states)),
    check('displacement_rounds_number', sql`number between 1 and 9999`),
    check('displacement_rounds_correction', sql`(edition = 1) = (corrects_id is null)`),
  ],
)

/** What happened to a round; written with each step, never changed. */
export const displacementRoundEvents = pgTable(
  'displacement_round_events',
  {
    id: id(),
    roundId: uuid('round_id')
      .notNull()
      .references(() => displacementRounds.id),
    fromStatus: text('from_status'),
    toStatus: text('to_status').notNull(),
    actorId: uuid('actor_id').references(() => users.id),
    at: momentNow('at'),
    data: jsonb('data').notNull().default({}),
  },
  (t) => [index('displacement_round_events_of_round').on(t.roundId, t.id)],
)

/** What a published round adds up to, by district; written when it is published, so that a trend reads few rows. */
export const displacementTotals = pgTable(
  'displacement_totals',
  {
    roundId: uuid('round_id')
      .notNull()
      .references(() => displacementRounds.id),
    districtPcode: text('district_pcode')
      .notNull()
      .references(() => locations.pcode),
    population: text('population').notNull(),
    locations: integer('locations').notNull(),
    families: integer('families').notNull(),
    counted: integer('counted').notNull(),
    multiplied: integer('multiplied').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.roundId, t.districtPcode, t.population] }),
    index('displacement_totals_of_district').on(t.districtPcode, t.roundId), // a district's trend
  ],
)
