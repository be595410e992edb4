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
import { constituencies, forumTypes, memberParts } from '../../lib/forums/domain'
import { forumMachine } from '../../lib/forums/machine'
import { sessionMachine } from '../../lib/forums/sessions/machine'
import { cases } from './cases'
import { id, moment, momentNow, oneOf } from './columns'
import { locations } from './places'
import { teams, users } from './users'

const user = (name: string) => uuid(name).references(() => users.id)

/** A Community Policing Forum: a regular dialogue of a place with its police. */
export const forums = pgTable(
  'forums',
  {
    id: id(),
    /** Like `CPF-2026-00001`. */
    reference: text('reference').notNull(),
    nameEn: text('name_en').notNull(),
    nameAr: text('name_ar').notNull(),
    type: text('type').notNull(),
    status: text('status').notNull(),
    teamId: uuid('team_id')
      .notNull()
      .references(() => teams.id),
    districtPcode: text('district_pcode')
      .notNull()
      .references(() => locations.pcode),
    locationPcode: text('location_pcode')
      .notNull()
      .references(() => locations.pcode),
    policeStation: text('police_station').notNull(),
    /** When its terms of reference were adopted, and what they say. */
    termsAdoptedOn: date('terms_adopted_on'),
    terms: text('terms').notNull().default(''),
    createdBy: user('created_by').notNull(),
    createdAt: momentNow('created_at'),
    statusAt: momentNow('status_at'),
    /** The day of the last session held; kept by the database. */
    lastHeldOn: date('last_held_on'),
    version: integer('version').notNull().default(1),
  },
  (t) => [
    uniqueIndex('forums_reference').on(t.reference),
    index('forums_of_team').on(t.teamId, t.id), // list of a team
    index('forums_of_district').on(t.districtPcode), // a community's page
    check('forums_type', oneOf('type', forumTypes)),
    check('forums_status', oneOf('status', forumMachine.states)),
  ],
)

/** Who sits on a forum, for whom, from when to when. Names of people who speak with the police: for the team alone. */
export const forumMembers = pgTable(
  'forum_members',
  {
    id: id(),
    forumId: uuid('forum_id')
      .notNull()
      .references(() => forums.id),
    name: text('name').notNull(),
    constituency: text('constituency').notNull(),
    part: text('part').notNull().default('member'),
    sex: text('sex').notNull(),
    fromOn: date('from_on').notNull(),
    toOn: date('to_on'),
    addedBy: user('added_by').notNull(),
  },
  (t) => [
    index('forum_members_of_forum').on(t.forumId, t.toOn),
    uniqueIndex('forum_members_one_chair').on(t.forumId).where(sql`part = 'chair' and to_on is null`),
    check('forum_members_constituency', oneOf('constituency', constituencies)),
    check('forum_members_part', oneOf('part', memberParts)),
    check('forum_members_sex', oneOf('sex', ['female', 'male'])),
    check('forum_members_days', sql`to_on is null or to_on >= from_on`),
  ],
)

/** A session of a forum: planned, held, written up, shared. */
export const forumSessions = pgTable(
  'forum_sessions',
  {
    id: id(),
    forumId: uuid('forum_id')
      .notNull()
      .references(() => forums.id),
    teamId: uuid('team_id')
      .notNull()
      .references(() => teams.id),
    /** Sessions that were planned together. */
    seriesId: uuid('series_id'),
    status: text('status').notNull(),
    startsAt: moment('starts_at').notNull(),
    minutesLong: smallint('minutes_long').notNull().default(120),
    venue: text('venue').notNull(),
    heldOn: date('held_on'),
    /** Heads in the room as counted; the sum of the attendance. */
    attended: integer('attended'),
    minutes: text('minutes').notNull().default(''),
    minutesBy: user('minutes_by'),
    approvedBy: user('approved_by'),
    sharedAt: moment('shared_at'),
    sharedWith: text('shared_with').notNull().default(''),
    /** Why it was postponed or cancelled. */
    remark: text('remark').notNull().default(''),
    createdBy: user('created_by').notNull(),
    createdAt: momentNow('created_at'),
    version: integer('version').notNull().default(1),
  },
  (t) => [
    index('forum_sessions_of_forum').on(t.forumId, t.startsAt), // a forum's page, the calendar
    index('forum_sessions_of_team').on(t.teamId, t.startsAt), // the calendar of a team
    index('forum_sessions_by_time').on(t.startsAt), // a month of the calendar
    index('forum_sessions_unwritten').on(t.teamId, t.startsAt).where(sql`status in ('held', 'minutes_draft')`), // My work: minutes to write and approve
    uniqueIndex('forum_sessions_once').on(t.forumId, t.startsAt).where(sql`status <> 'cancelled'`),
    check('forum_sessions_status', oneOf('status', sessionMachine.states)),
    check('forum_sessions_length', sql`minutes_long between 15 and 600`),
    check('forum_sessions_attended', sql`attended is null or attended between 0 and 10000`),
  ],
)

/** One point of a session's agenda: a concern, an action, or a matter in words. */
export const sessionItems = pgTable(
  'session_items',
  {
    id: id(),
    sessionId: uuid('session_id')
      .notNull()
      .references(() => forumSessions.id),
    position: smallint('position').notNull(),
    caseId: uuid('case_id').references(() => cases.id),
    /** An action of `forum_actions`; see schema/concerns. */
    actionId: uuid('action_id'),
    matter: text('matter').notNull().default(''),
  },
  (t) => [
    uniqueIndex('session_items_of_session').on(t.sessionId, t.position),
    check('session_items_one', sql`num_nonnulls(case_id, action_id, nullif(matter, '')) = 1`),
  ],
)

/** Who was asked to a session: a member, or a guest by name. */
export const sessionInvites = pgTable(
  'session_invites',
  {
    id: id(),
    sessionId: uuid('session_id')
      .notNull()
      .references(() => forumSessions.id),
    memberId: uuid('member_id').references(() => forumMembers.id),
    guest: text('guest').notNull().default(''),
    constituency: text('constituency').notNull(),
    /** Whether they came, where someone wrote it down. */
    hasCome: boolean('has_come'),
  },
  (t) => [
    index('session_invites_of_session').on(t.sessionId),
    check('session_invites_one', sql`(member_id is null) = (guest <> '')`),
    check('session_invites_constituency', oneOf('constituency', constituencies)),
  ],
)

/** Heads in the room, by sex, age, displacement and disability. No names. */
export const sessionAttendance = pgTable(
  'session_attendance',
  {
    sessionId: uuid('session_id')
      .notNull()
      .references(() => forumSessions.id),
    sex: text('sex').notNull(),
    ageBand: text('age_band').notNull(),
    displacement: text('displacement').notNull(),
    hasDisability: boolean('has_disability').notNull(),
    count: integer('count').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.sessionId, t.sex, t.ageBand, t.displacement, t.hasDisability] }),
    check('session_attendance_sex', oneOf('sex', ['female', 'male'])),
    check('session_attendance_count', sql`count between 1 and 10000`),
  ],
)

/** What happened to a forum, a session or an action; written with each step, never changed. */
export const forumEvents = pgTable(
  'forum_events',
  {
    id: id(),
    forumId: uuid('forum_id')
      .notNull()
      .references(() => forums.id),
    subject: text('subject').notNull(),
    subjectId: uuid('subject_id').notNull(),
    fromStatus: text('from_status'),
    toStatus: text('to_status').notNull(),
    actorId: user('actor_id'),
    at: momentNow('at'),
    data: jsonb('data').notNull().default({}),
  },
  (t) => [
    index('forum_events_of_subject').on(t.subjectId, t.id),
    check('forum_events_subject', oneOf('subject', ['forum', 'session', 'action', 'safety_plan'])),
  ],
)
