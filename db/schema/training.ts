import { sql } from 'drizzle-orm'
import {
  check,
  date,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { id, moment, momentNow, oneOf } from './columns'
import { grants } from './grants'
import { locations } from './places'
import { teams, users } from './users'

/** A business development course. Its sessions carry the hours of which four fifths must be attended. */
export const courses = pgTable(
  'courses',
  {
    id: id(),
    code: text('code').notNull(),
    titleEn: text('title_en').notNull(),
    titleAr: text('title_ar').notNull(),
    trainer: text('trainer').notNull(),
    venue: text('venue').notNull(),
    locationPcode: text('location_pcode')
      .notNull()
      .references(() => locations.pcode),
    teamId: uuid('team_id')
      .notNull()
      .references(() => teams.id),
    startsOn: date('starts_on').notNull(),
    endsOn: date('ends_on').notNull(),
    seats: smallint('seats').notNull(),
    state: text('state').notNull().default('planned'),
    createdBy: uuid('created_by')
      .notNull()
      .references(() => users.id),
    version: integer('version').notNull().default(1),
  },
  (t) => [
    uniqueIndex('courses_code').on(t.code),
    index('courses_of_team').on(t.teamId, t.startsOn, t.id), // list of a team's courses
    check('courses_state', oneOf('state', ['planned', 'completed', 'cancelled'])),
    check('courses_days', sql`ends_on >= starts_on`),
    check('courses_seats', sql`seats between 1 and 200`),
  ],
)

export const courseSessions = pgTable(
  'course_sessions',
  {
    id: id(),
    courseId: uuid('course_id')
      .notNull()
      .references(() => courses.id),
    heldOn: date('held_on').notNull(),
    topic: text('topic').notNull(),
    minutes: smallint('minutes').notNull(),
  },
  (t) => [
    uniqueIndex('course_sessions_one').on(t.courseId, t.heldOn, t.topic),
    check('course_sessions_minutes', sql`minutes between 15 and 720`),
  ],
)

/** A grant's applicant on a course; who leaves keeps the row. */
export const courseEnrolments = pgTable(
  'course_enrolments',
  {
    id: id(),
    courseId: uuid('course_id')
      .notNull()
      .references(() => courses.id),
    caseId: uuid('case_id')
      .notNull()
      .references(() => grants.caseId),
    enrolledBy: uuid('enrolled_by')
      .notNull()
      .references(() => users.id),
    enrolledAt: momentNow('enrolled_at'),
    leftAt: moment('left_at'),
    /** Given with the certificate: `BDS-2026-00012`. */
    certificateNumber: text('certificate_number'),
    certifiedBy: uuid('certified_by').references(() => users.id),
    certifiedAt: moment('certified_at'),
  },
  (t) => [
    uniqueIndex('course_enrolments_one').on(t.caseId).where(sql`left_at is null`), // one course at a time
    index('course_enrolments_of_course').on(t.courseId, t.id),
    uniqueIndex('course_enrolments_certificate').on(t.certificateNumber),
  ],
)

export const attendance = pgTable(
  'attendance',
  {
    sessionId: uuid('session_id')
      .notNull()
      .references(() => courseSessions.id),
    enrolmentId: uuid('enrolment_id')
      .notNull()
      .references(() => courseEnrolments.id),
    mark: text('mark').notNull(),
    markedBy: uuid('marked_by')
      .notNull()
      .references(() => users.id),
    markedAt: momentNow('marked_at'),
  },
  (t) => [
    primaryKey({ columns: [t.sessionId, t.enrolmentId] }),
    index('attendance_of_enrolment').on(t.enrolmentId),
    check('attendance_mark', oneOf('mark', ['present', 'absent', 'excused'])),
  ],
)

/** A supervisor lets a grant go on without the hours, and says why. */
export const trainingWaivers = pgTable(
  'training_waivers',
  {
    id: id(),
    caseId: uuid('case_id')
      .notNull()
      .references(() => grants.caseId),
    round: smallint('round').notNull(),
    reason: text('reason').notNull(),
    waivedBy: uuid('waived_by')
      .notNull()
      .references(() => users.id),
    waivedAt: momentNow('waived_at'),
  },
  (t) => [uniqueIndex('training_waivers_one').on(t.caseId, t.round)],
)
