import { sql } from 'drizzle-orm'
import { check, date, index, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { cases } from './cases'
import { id, moment, momentNow, oneOf } from './columns'
import { facilities } from './facilities'
import { consents, people } from './people'
import { releaseLists } from './tranches'
import { users } from './users'

/** Who holds this person's data: one row a disclosure, to whom, which fields, why, when, until. */
export const disclosures = pgTable(
  'disclosures',
  {
    id: id(),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    /** What it was for; seen with the case, so that a referral does not show in the file to other programmes. */
    caseId: uuid('case_id').references(() => cases.id),
    consentId: uuid('consent_id').references(() => consents.id),
    facilityId: uuid('facility_id').references(() => facilities.id),
    /** The payment list on which a bank or an agent got it. */
    releaseListId: uuid('release_list_id').references(() => releaseLists.id),
    /** The recipient's name on that day. */
    recipientEn: text('recipient_en').notNull(),
    recipientAr: text('recipient_ar').notNull(),
    fields: text('fields').array().notNull(),
    channel: text('channel').notNull(),
    basis: text('basis').notNull(),
    madeBy: uuid('made_by').references(() => users.id),
    at: momentNow('at'),
    untilOn: date('until_on'),
    /** When the recipient first and last looked, as far as we know. */
    firstReadAt: moment('first_read_at'),
    lastReadAt: moment('last_read_at'),
    endedAt: moment('ended_at'),
    endedBecause: text('ended_because'),
    /** After a withdrawal: when the recipient was told, and by whom. */
    toldAt: moment('told_at'),
    toldBy: uuid('told_by').references(() => users.id),
  },
  (t) => [
    index('disclosures_of_person').on(t.personId, t.id), // who holds this person's data
    index('disclosures_of_case').on(t.caseId),
    index('disclosures_of_consent').on(t.consentId), // what a withdrawal ends
    // Once for a recipient of FHIR and what they may read; then only when they looked last.
    uniqueIndex('disclosures_fhir')
      .on(t.caseId, t.recipientEn, t.fields)
      .where(sql`channel = 'fhir' and ended_at is null`),
    // A list tells of a case once, however often it is exported.
    uniqueIndex('disclosures_payment_list').on(t.releaseListId, t.caseId).where(sql`release_list_id is not null`),
    check('disclosures_channel', oneOf('channel', ['facility_page', 'phone', 'fhir', 'paper', 'payment_list'])),
    check('disclosures_basis', oneOf('basis', ['consent', 'emergency', 'contract'])),
    check('disclosures_ended', oneOf('ended_because', ['consent_withdrawn', 'expired', 'revoked', 'finished'])),
    check('disclosures_fields', sql`cardinality(fields) > 0`),
  ],
)
