import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  index,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { id, moment, momentNow, oneOf } from './columns'
import { people } from './people'
import { users } from './users'

/**
 * Every name that is in use, once, with its script-independent skeleton: a misspelt or Latin query is first turned into
 * names that exist, then looked up by equality. Some tens of thousands of rows however many people there are.
 */
export const nameWords = pgTable(
  'name_words',
  {
    word: text('word').primaryKey(),
    skeleton: text('skeleton').notNull(),
  },
  (t) => [
    index('name_words_skeleton').on(t.skeleton),
    index('name_words_trigrams').using('gin', sql`${t.word} gin_trgm_ops`), // fuzzy fallback
  ],
)

/** The names of a person as search words, by team: a search walks one key range, so a common name costs no more than a rare one. */
export const personWords = pgTable(
  'person_words',
  {
    word: text('word').notNull(),
    teamId: uuid('team_id').notNull(),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
  },
  (t) => [primaryKey({ columns: [t.word, t.teamId, t.personId] }), index('person_words_of_person').on(t.personId)],
)

/** Two records that may be one person. `open` and blocking stops a grant until a person has decided. */
export const duplicateFlags = pgTable(
  'duplicate_flags',
  {
    id: id(),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    otherPersonId: uuid('other_person_id')
      .notNull()
      .references(() => people.id),
    score: smallint('score').notNull(),
    reasons: jsonb('reasons').notNull(),
    isBlocking: boolean('is_blocking').notNull(),
    state: text('state').notNull().default('open'),
    raisedBy: uuid('raised_by')
      .notNull()
      .references(() => users.id),
    raisedAt: momentNow('raised_at'),
    decidedBy: uuid('decided_by').references(() => users.id),
    decidedAt: moment('decided_at'),
    decisionReason: text('decision_reason'),
  },
  (t) => [
    uniqueIndex('duplicate_flags_pair').on(
      sql`least(person_id, other_person_id)`,
      sql`greatest(person_id, other_person_id)`,
    ),
    index('duplicate_flags_of_person').on(t.personId),
    index('duplicate_flags_of_other').on(t.otherPersonId),
    check('duplicate_flags_state', oneOf('state', ['open', 'different', 'same'])),
    check('duplicate_flags_two', sql`person_id <> other_person_id`),
  ],
)
