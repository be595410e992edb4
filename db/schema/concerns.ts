import { sql } from 'drizzle-orm'
import {
  type AnyPgColumn,
  check,
  date,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  uuid,
} from 'drizzle-orm/pg-core'
import { actionLevels, ownerKinds } from '../../lib/forums/actions/domain'
import { actionMachine } from '../../lib/forums/actions/machine'
import {
  concernCategories,
  concernSources,
  handlingStates,
  pathwayKinds,
  severities,
} from '../../lib/forums/concerns/domain'
import { cases } from './cases'
import { id, moment, momentNow, oneOf, wordColumns } from './columns'
import { forumSessions, forums } from './forums'
import { locations } from './places'
import { teams, users } from './users'

/** A concern that was raised with a forum. Who raised it is not kept. What was said stands apart, in `concern_texts`. */
export const concerns = pgTable(
  'concerns',
  {
    caseId: uuid('case_id')
      .primaryKey()
      .references(() => cases.id),
    forumId: uuid('forum_id')
      .notNull()
      .references(() => forums.id),
    /** The session in which it was raised. */
    sessionId: uuid('session_id').references(() => forumSessions.id),
    category: text('category').notNull(),
    severity: text('severity').notNull(),
    source: text('source').notNull(),
    raisedOn: date('raised_on').notNull(),
    duplicateOf: uuid('duplicate_of').references((): AnyPgColumn => concerns.caseId),
    referredTo: text('referred_to').notNull().default(''),
    reopenedCount: smallint('reopened_count').notNull().default(0),
    acceptedAt: moment('accepted_at'),
    resolvedAt: moment('resolved_at'),
    /** The session that found it resolved. */
    verifiedIn: uuid('verified_in').references(() => forumSessions.id),
    /** When supervisors were told that nobody had looked at it in time. */
    lateToldAt: moment('late_told_at'),
  },
  (t) => [
    index('concerns_of_forum').on(t.forumId, t.caseId), // a forum's page, an agenda
    index('concerns_of_session').on(t.sessionId), // a session's page, "you said, we did"
    index('concerns_of_duplicate').on(t.duplicateOf).where(sql`duplicate_of is not null`),
    check('concerns_category', oneOf('category', concernCategories)),
    check('concerns_severity', oneOf('severity', severities)),
    check('concerns_source', oneOf('source', concernSources)),
    check('concerns_not_itself', sql`duplicate_of is null or duplicate_of <> case_id`),
  ],
)

/** What a concern says. A restricted one's is read through `read_restricted()` alone, which notes the reading. */
export const concernTexts = pgTable('concern_texts', {
  caseId: uuid('case_id')
    .primaryKey()
    .references(() => concerns.caseId),
  summary: text('summary').notNull(),
  body: text('body').notNull().default(''),
  /** What came of it, in words fit for the forum. */
  result: text('result').notNull().default(''),
})

/** How the focal point handles a restricted concern. */
export const restrictedConcerns = pgTable(
  'restricted_concerns',
  {
    caseId: uuid('case_id')
      .primaryKey()
      .references(() => concerns.caseId),
    state: text('state').notNull().default('received'),
    /** The oversight body that it was passed to. */
    passedTo: text('passed_to').notNull().default(''),
    updatedBy: uuid('updated_by').references(() => users.id),
    updatedAt: momentNow('updated_at'),
    version: integer('version').notNull().default(1),
  },
  () => [check('restricted_concerns_state', oneOf('state', handlingStates))],
)

export const restrictedNotes = pgTable(
  'restricted_notes',
  {
    id: id(),
    caseId: uuid('case_id')
      .notNull()
      .references(() => restrictedConcerns.caseId),
    body: text('body').notNull(),
    authorId: uuid('author_id')
      .notNull()
      .references(() => users.id),
    at: momentNow('at'),
  },
  (t) => [index('restricted_notes_of_case').on(t.caseId, t.id)],
)

/** How often the safe pathway was shown instead of writing a concern down. A count, nothing else. */
export const pathwayCounts = pgTable(
  'pathway_counts',
  {
    month: date('month').notNull(),
    districtPcode: text('district_pcode')
      .notNull()
      .references(() => locations.pcode),
    kind: text('kind').notNull(),
    count: integer('count').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.month, t.districtPcode, t.kind] }),
    check('pathway_counts_kind', oneOf('kind', pathwayKinds)),
  ],
)

/** What a forum agreed to do, mostly about a concern. */
export const forumActions = pgTable(
  'forum_actions',
  {
    id: id(),
    forumId: uuid('forum_id')
      .notNull()
      .references(() => forums.id),
    teamId: uuid('team_id')
      .notNull()
      .references(() => teams.id),
    /** The concern that it answers. */
    caseId: uuid('case_id').references(() => concerns.caseId),
    /** The session that agreed to it. */
    sessionId: uuid('session_id').references(() => forumSessions.id),
    title: text('title').notNull(),
    ownerKind: text('owner_kind').notNull(),
    ownerName: text('owner_name').notNull(),
    dueOn: date('due_on').notNull(),
    status: text('status').notNull(),
    level: text('level').notNull().default('forum'),
    escalatedAt: moment('escalated_at'),
    /** When the level that it was escalated to should have answered. */
    answerDueOn: date('answer_due_on'),
    answer: text('answer').notNull().default(''),
    blockedBecause: text('blocked_because').notNull().default(''),
    evidence: text('evidence').notNull().default(''),
    doneOn: date('done_on'),
    verifiedIn: uuid('verified_in').references(() => forumSessions.id),
    /** When supervisors were told that it is overdue, and managers that nobody answered. */
    lateToldAt: moment('late_told_at'),
    unansweredToldAt: moment('unanswered_told_at'),
    createdBy: uuid('created_by')
      .notNull()
      .references(() => users.id),
    createdAt: momentNow('created_at'),
    version: integer('version').notNull().default(1),
  },
  (t) => [
    index('forum_actions_of_forum').on(t.forumId, t.id), // a forum's page, an agenda
    index('forum_actions_of_concern').on(t.caseId).where(sql`case_id is not null`),
    index('forum_actions_due').on(t.teamId, t.dueOn).where(sql`status in ('open', 'in_progress', 'blocked')`), // My work: overdue
    index('forum_actions_escalated').on(t.id).where(sql`level <> 'forum'`), // the list, only escalated
    index('forum_actions_to_answer').on(t.answerDueOn).where(sql`answer_due_on is not null and answer = ''`), // the escalation's clock
    check('forum_actions_status', oneOf('status', actionMachine.states)),
    check('forum_actions_owner', oneOf('owner_kind', ownerKinds)),
    check('forum_actions_level', oneOf('level', actionLevels)),
    check('forum_actions_blocked', sql`status <> 'blocked' or blocked_because <> ''`),
  ],
)

/** What to do when something is told that is never written down. The words and numbers are an admin's, on the word of protection staff. */
export const pathwaySteps = pgTable('pathway_steps', wordColumns())
