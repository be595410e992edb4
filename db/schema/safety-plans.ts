import { sql } from 'drizzle-orm'
import { check, date, index, integer, pgTable, smallint, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { severities } from '../../lib/forums/concerns/domain'
import { cases } from './cases'
import { id, momentNow, oneOf } from './columns'
import { forums } from './forums'
import { users } from './users'

const user = (name: string) => uuid(name).references(() => users.id)

/** The security safety plan of a forum for a time: what comes first, who does what, and when it is looked at again. */
export const safetyPlans = pgTable(
  'safety_plans',
  {
    id: id(),
    forumId: uuid('forum_id')
      .notNull()
      .references(() => forums.id),
    startsOn: date('starts_on').notNull(),
    endsOn: date('ends_on').notNull(),
    situation: text('situation').notNull().default(''),
    adoptedOn: date('adopted_on'),
    adoptedBy: user('adopted_by'),
    createdBy: user('created_by').notNull(),
    createdAt: momentNow('created_at'),
    version: integer('version').notNull().default(1),
  },
  (t) => [
    index('safety_plans_of_forum').on(t.forumId, t.startsOn),
    check('safety_plans_days', sql`ends_on > starts_on`),
  ],
)

export const safetyMeasures = pgTable(
  'safety_measures',
  {
    id: id(),
    planId: uuid('plan_id')
      .notNull()
      .references(() => safetyPlans.id),
    position: smallint('position').notNull(),
    /** The concern that it answers, if it answers one. */
    caseId: uuid('case_id').references(() => cases.id),
    priority: text('priority').notNull(),
    measure: text('measure').notNull(),
    responsible: text('responsible').notNull(),
    reviewOn: date('review_on').notNull(),
    reviewedOn: date('reviewed_on'),
    finding: text('finding').notNull().default(''),
  },
  (t) => [
    uniqueIndex('safety_measures_of_plan').on(t.planId, t.position),
    index('safety_measures_to_review').on(t.reviewOn).where(sql`reviewed_on is null`), // My work: to look at again
    check('safety_measures_priority', oneOf('priority', severities)),
  ],
)
