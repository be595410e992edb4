import { sql } from 'drizzle-orm'
import { boolean, check, date, index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import {
  birthPrecisions,
  consentMethods,
  consentPurposes,
  displacementStatuses,
  documentTypes,
  sexes,
  washingtonAnswers as washingtonAnswerCodes,
} from '../../lib/people/domain'
import { id, momentNow, oneOf } from './columns'
import { locations } from './places'
import { teams, users } from './users'

export const people = pgTable(
  'people',
  {
    id: id(),
    /** As written, in the script they were given in. */
    givenName: text('given_name').notNull(),
    fatherName: text('father_name').notNull(),
    grandfatherName: text('grandfather_name').notNull().default(''),
    familyName: text('family_name').notNull().default(''),
    sex: text('sex').notNull(),
    birthOn: date('birth_on').notNull(),
    birthPrecision: text('birth_precision').notNull(),
    phone: text('phone'),
    documentType: text('document_type').notNull().default('none'),
    documentNumber: text('document_number'),
    /** Type and number normalised, for "same document"; null without a document. */
    documentKey: text('document_key'),
    /** Blocking keys of the identity check (lib/people/matching). */
    matchKeys: text('match_keys').array().notNull(),
    locationPcode: text('location_pcode')
      .notNull()
      .references(() => locations.pcode),
    districtPcode: text('district_pcode')
      .notNull()
      .references(() => locations.pcode),
    address: text('address').notNull().default(''),
    teamId: uuid('team_id')
      .notNull()
      .references(() => teams.id),
    /** Who holds the file. */
    caseworkerId: uuid('caseworker_id').references(() => users.id),
    createdBy: uuid('created_by')
      .notNull()
      .references(() => users.id),
    createdAt: momentNow('created_at'),
    version: integer('version').notNull().default(1),
  },
  (t) => [
    index('people_of_team').on(t.teamId, t.id), // the People list of a team, newest first
    index('people_of_place').on(t.teamId, t.locationPcode, t.id), // the same list, one sub-district
    index('people_of_caseworker').on(t.caseworkerId, t.id), // "own" scope
    index('people_of_district').on(t.districtPcode, t.id), // "area" scope
    index('people_phone').on(t.phone).where(sql`phone is not null`), // identity check: same phone
    index('people_document').on(t.documentKey).where(sql`document_key is not null`), // identity check: same document
    index('people_match_keys').using('gin', t.matchKeys), // identity check: same name by position
    check('people_sex', oneOf('sex', sexes)),
    check('people_birth_precision', oneOf('birth_precision', birthPrecisions)),
    check('people_document_type', oneOf('document_type', documentTypes)),
    check('people_phone_e164', sql`phone ~ '^\\+[1-9][0-9]{6,14}$'`),
    check('people_birth_past', sql`birth_on <= app_now()::date and birth_on >= '1900-01-01'`),
  ],
)

export const households = pgTable(
  'households',
  {
    id: id(),
    headPersonId: uuid('head_person_id')
      .notNull()
      .references(() => people.id),
    teamId: uuid('team_id')
      .notNull()
      .references(() => teams.id),
    createdBy: uuid('created_by')
      .notNull()
      .references(() => users.id),
    createdAt: momentNow('created_at'),
    version: integer('version').notNull().default(1),
  },
  (t) => [index('households_of_head').on(t.headPersonId)],
)

/** A person belongs to one household at a time. */
export const householdMembers = pgTable(
  'household_members',
  {
    id: id(),
    householdId: uuid('household_id')
      .notNull()
      .references(() => households.id),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    relationship: text('relationship').notNull(),
    fromOn: date('from_on').notNull(),
    toOn: date('to_on'),
  },
  (t) => [
    uniqueIndex('household_members_one').on(t.personId).where(sql`to_on is null`),
    index('household_members_of_household').on(t.householdId),
  ],
)

/** Dated, never overwritten: a change ends the last row and begins a new one. */
export const displacements = pgTable(
  'displacements',
  {
    id: id(),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    status: text('status').notNull(),
    fromOn: date('from_on').notNull(),
    toOn: date('to_on'),
    originPcode: text('origin_pcode').references(() => locations.pcode),
    shelter: text('shelter'),
    recordedBy: uuid('recorded_by')
      .notNull()
      .references(() => users.id),
    recordedAt: momentNow('recorded_at'),
  },
  (t) => [
    uniqueIndex('displacements_current').on(t.personId).where(sql`to_on is null`),
    index('displacements_of_person').on(t.personId, t.fromOn),
    check('displacements_status', oneOf('status', displacementStatuses)),
    check('displacements_days', sql`to_on is null or to_on >= from_on`),
  ],
)

export const consentTexts = pgTable(
  'consent_texts',
  {
    purpose: text('purpose').notNull(),
    version: text('version').notNull(),
    language: text('language').notNull(),
    body: text('body').notNull(),
    isCurrent: boolean('is_current').notNull().default(true),
  },
  (t) => [primaryKey({ columns: [t.purpose, t.version, t.language] })],
)

export const consents = pgTable(
  'consents',
  {
    id: id(),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    purpose: text('purpose').notNull(),
    textVersion: text('text_version').notNull(),
    language: text('language').notNull(),
    method: text('method').notNull(),
    givenOn: date('given_on').notNull(),
    expiresOn: date('expires_on').notNull(),
    /** Required under 18: who agreed for the child. */
    guardianName: text('guardian_name'),
    /** For "sharing": the named recipient. */
    recipient: text('recipient'),
    witnessName: text('witness_name'),
    /** For a health referral: the fields that may be released, and nothing else. */
    releasedFields: text('released_fields').array().notNull().default(sql`'{}'`),
    recordedBy: uuid('recorded_by')
      .notNull()
      .references(() => users.id),
    recordedAt: momentNow('recorded_at'),
    withdrawnOn: date('withdrawn_on'),
    withdrawnBy: uuid('withdrawn_by').references(() => users.id),
  },
  (t) => [
    index('consents_of_person').on(t.personId, t.purpose),
    check('consents_purpose', oneOf('purpose', consentPurposes)),
    check('consents_method', oneOf('method', consentMethods)),
    check('consents_days', sql`expires_on >= given_on and (withdrawn_on is null or withdrawn_on >= given_on)`),
  ],
)

/** Washington Group Short Set, one row an interview. */
export const washingtonAnswers = pgTable(
  'washington_answers',
  {
    id: id(),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    answeredOn: date('answered_on').notNull(),
    seeing: text('seeing').notNull(),
    hearing: text('hearing').notNull(),
    walking: text('walking').notNull(),
    remembering: text('remembering').notNull(),
    selfCare: text('self_care').notNull(),
    communicating: text('communicating').notNull(),
    recordedBy: uuid('recorded_by')
      .notNull()
      .references(() => users.id),
    recordedAt: momentNow('recorded_at'),
  },
  (t) => [
    index('washington_answers_of_person').on(t.personId, t.answeredOn),
    ...(['seeing', 'hearing', 'walking', 'remembering', 'self_care', 'communicating'] as const).map((domain) =>
      check(`washington_answers_${domain}`, oneOf(domain, washingtonAnswerCodes)),
    ),
  ],
)
