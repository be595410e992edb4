import { sql } from 'drizzle-orm'
import { boolean, check, date, index, integer, pgTable, smallint, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { id, moment, momentNow, oneOf } from './columns'
import { grants } from './grants'
import { teams, users } from './users'

/** A meeting of at least three who score applications, each alone. */
export const committeeMeetings = pgTable(
  'committee_meetings',
  {
    id: id(),
    teamId: uuid('team_id')
      .notNull()
      .references(() => teams.id),
    heldOn: date('held_on').notNull(),
    venue: text('venue').notNull(),
    state: text('state').notNull().default('open'),
    convenedBy: uuid('convened_by')
      .notNull()
      .references(() => users.id),
    convenedAt: momentNow('convened_at'),
    version: integer('version').notNull().default(1),
  },
  (t) => [
    index('committee_meetings_of_team').on(t.teamId, t.heldOn, t.id),
    check('committee_meetings_state', oneOf('state', ['open', 'closed', 'cancelled'])),
  ],
)

export const committeeMembers = pgTable(
  'committee_members',
  {
    id: id(),
    meetingId: uuid('meeting_id')
      .notNull()
      .references(() => committeeMeetings.id),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id),
    isChair: boolean('is_chair').notNull().default(false),
  },
  (t) => [
    uniqueIndex('committee_members_one').on(t.meetingId, t.userId),
    uniqueIndex('committee_members_chair').on(t.meetingId).where(sql`is_chair`),
    index('committee_members_of_user').on(t.userId),
  ],
)

/** An application before a meeting, in one of its rounds; the outcome closes it. */
export const committeeItems = pgTable(
  'committee_items',
  {
    id: id(),
    meetingId: uuid('meeting_id')
      .notNull()
      .references(() => committeeMeetings.id),
    caseId: uuid('case_id')
      .notNull()
      .references(() => grants.caseId),
    round: smallint('round').notNull(),
    outcome: text('outcome'),
    reason: text('reason').notNull().default(''),
    /** Mean of the members' sums, in hundredths of a point (0–2500), and highest less lowest sum (0–25). */
    meanHundredths: integer('mean_hundredths'),
    spread: smallint('spread'),
    scoredBy: smallint('scored_by'),
    recordedBy: uuid('recorded_by').references(() => users.id),
    recordedAt: moment('recorded_at'),
  },
  (t) => [
    uniqueIndex('committee_items_one').on(t.meetingId, t.caseId),
    uniqueIndex('committee_items_open').on(t.caseId).where(sql`outcome is null`), // before one meeting at a time
    index('committee_items_of_case').on(t.caseId, t.id),
    check('committee_items_outcome', oneOf('outcome', ['recommended', 'waitlisted', 'returned', 'rejected'])),
  ],
)

/** What a member says before seeing any score: in conflict, or not. */
export const committeeDeclarations = pgTable(
  'committee_declarations',
  {
    id: id(),
    itemId: uuid('item_id')
      .notNull()
      .references(() => committeeItems.id),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id),
    hasConflict: boolean('has_conflict').notNull(),
    reason: text('reason').notNull().default(''),
    declaredAt: momentNow('declared_at'),
  },
  (t) => [uniqueIndex('committee_declarations_one').on(t.itemId, t.userId)],
)

/** One member's score of one application: five times 0–5. */
export const committeeScores = pgTable(
  'committee_scores',
  {
    id: id(),
    itemId: uuid('item_id')
      .notNull()
      .references(() => committeeItems.id),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id),
    viability: smallint('viability').notNull(),
    experience: smallint('experience').notNull(),
    jobs: smallint('jobs').notNull(),
    risk: smallint('risk').notNull(),
    socialValue: smallint('social_value').notNull(),
    remark: text('remark').notNull().default(''),
    scoredAt: momentNow('scored_at'),
  },
  (t) => [
    uniqueIndex('committee_scores_one').on(t.itemId, t.userId),
    check(
      'committee_scores_points',
      sql`viability between 0 and 5 and experience between 0 and 5 and jobs between 0 and 5 and risk between 0 and 5
        and social_value between 0 and 5`,
    ),
  ],
)
