import { sql } from 'drizzle-orm'
import {
  type AnyPgColumn,
  boolean,
  check,
  index,
  integer,
  pgTable,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import {
  attemptKinds,
  attemptResults,
  healthServices,
  helpedAnswers,
  outcomes,
  priorities,
  rejectReasons,
  transportSupports,
} from '../../lib/referrals/domain'
import { cases } from './cases'
import { id, moment, momentNow, oneOf } from './columns'
import { facilities } from './facilities'
import { consents, people } from './people'
import { users } from './users'

/** A health referral. What is medical about it stands apart, in `referral_clinical`. */
export const referrals = pgTable(
  'referrals',
  {
    caseId: uuid('case_id')
      .primaryKey()
      .references(() => cases.id),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    facilityId: uuid('facility_id')
      .notNull()
      .references(() => facilities.id),
    service: text('service').notNull(),
    priority: text('priority').notNull(),
    transport: text('transport').notNull().default('none'),
    /** The consent that names what may be released; none in an emergency, whose reason stands with the medical facts. */
    consentId: uuid('consent_id').references(() => consents.id),
    /** The rejected or failed referral that this one takes up again. */
    previousCaseId: uuid('previous_case_id').references((): AnyPgColumn => referrals.caseId),
    requestedAt: moment('requested_at'),
    /** When the person should have been seen; see `hoursOf`. */
    dueAt: moment('due_at'),
    receivedAt: moment('received_at'),
    acceptedAt: moment('accepted_at'),
    appointmentAt: moment('appointment_at'),
    attendedAt: moment('attended_at'),
    completedAt: moment('completed_at'),
    escalatedAt: moment('escalated_at'),
    missedCount: smallint('missed_count').notNull().default(0),
    rejectReason: text('reject_reason'),
    outcome: text('outcome'),
    helped: text('helped'),
    /** 1 to 5. */
    satisfaction: smallint('satisfaction'),
    /** Who it was for on the day of the request, so that a past figure never drifts; kept by trigger. */
    sex: text('sex'),
    ageBand: text('age_band'),
    displacement: text('displacement'),
    hasDisability: boolean('has_disability'),
  },
  (t) => [
    index('referrals_of_person').on(t.personId, t.caseId), // a person's file
    index('referrals_of_facility').on(t.facilityId, t.caseId), // a facility's page, figures by facility
    uniqueIndex('referrals_one_successor').on(t.previousCaseId), // a referral is taken up again once
    index('referrals_of_consent').on(t.consentId), // what a withdrawn consent stops
    index('referrals_requested').on(t.requestedAt), // figures of a period
    index('referrals_due').on(t.dueAt).where(sql`attended_at is null and escalated_at is null`), // the clock
    check('referrals_service', oneOf('service', healthServices)),
    check('referrals_priority', oneOf('priority', priorities)),
    check('referrals_transport', oneOf('transport', transportSupports)),
    check('referrals_reject_reason', oneOf('reject_reason', rejectReasons)),
    check('referrals_outcome', oneOf('outcome', outcomes)),
    check('referrals_helped', oneOf('helped', helpedAnswers)),
    check('referrals_satisfaction', sql`satisfaction between 1 and 5`),
  ],
)

/**
 * The medical facts. Read only through `read_clinical()`, which asks whether the actor belongs to the case's health staff
 * and notes each reading; the app's role may not select them.
 */
export const referralClinical = pgTable('referral_clinical', {
  caseId: uuid('case_id')
    .primaryKey()
    .references(() => referrals.caseId),
  reason: text('reason').notNull(),
  diagnosis: text('diagnosis').notNull().default(''),
  /** Why it was sent without consent. */
  emergencyReason: text('emergency_reason').notNull().default(''),
  updatedBy: uuid('updated_by').references(() => users.id),
  updatedAt: momentNow('updated_at'),
})

/** Notes of the health staff; never changed. */
export const referralClinicalNotes = pgTable(
  'referral_clinical_notes',
  {
    id: id(),
    caseId: uuid('case_id')
      .notNull()
      .references(() => referrals.caseId),
    body: text('body').notNull(),
    /** Null: written by the facility on its page. */
    authorId: uuid('author_id').references(() => users.id),
    at: momentNow('at'),
  },
  (t) => [index('referral_clinical_notes_of_case').on(t.caseId, t.id)],
)

/** How someone who did not come was looked for. */
export const referralAttempts = pgTable(
  'referral_attempts',
  {
    id: id(),
    caseId: uuid('case_id')
      .notNull()
      .references(() => referrals.caseId),
    kind: text('kind').notNull(),
    result: text('result').notNull(),
    remark: text('remark').notNull().default(''),
    madeBy: uuid('made_by')
      .notNull()
      .references(() => users.id),
    at: momentNow('at'),
  },
  (t) => [
    index('referral_attempts_of_case').on(t.caseId, t.id),
    check('referral_attempts_kind', oneOf('kind', attemptKinds)),
    check('referral_attempts_result', oneOf('result', attemptResults)),
  ],
)

/** The way in for the facility: one live link a referral, on the slip as QR code and as a short code. */
export const referralLinks = pgTable(
  'referral_links',
  {
    id: id(),
    caseId: uuid('case_id')
      .notNull()
      .references(() => referrals.caseId),
    /** SHA-256 of 128 random bits. */
    tokenHash: text('token_hash').notNull(),
    /** SHA-256 of the case's reference and the short code, for who types instead of scanning. */
    codeHash: text('code_hash').notNull(),
    createdBy: uuid('created_by')
      .notNull()
      .references(() => users.id),
    createdAt: momentNow('created_at'),
    expiresAt: moment('expires_at').notNull(),
    revokedAt: moment('revoked_at'),
    /** The last answer was given: nothing more is asked. */
    usedAt: moment('used_at'),
    /** SHA-256 of the page that is open now; another opening takes its place, so that a step has one page. */
    pageHash: text('page_hash'),
    firstOpenedAt: moment('first_opened_at'),
    lastOpenedAt: moment('last_opened_at'),
    openings: integer('openings').notNull().default(0),
    failedCodes: integer('failed_codes').notNull().default(0),
  },
  (t) => [
    uniqueIndex('referral_links_token').on(t.tokenHash),
    uniqueIndex('referral_links_live').on(t.caseId).where(sql`revoked_at is null and used_at is null`),
    index('referral_links_of_case').on(t.caseId, t.id),
  ],
)
