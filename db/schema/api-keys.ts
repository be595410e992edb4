import { sql } from 'drizzle-orm'
import { check, index, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { id, moment, momentNow, oneOf } from './columns'
import { facilities } from './facilities'
import { users } from './users'

/**
 * A key with which another system reads over FHIR. It reaches the referrals of its facilities, and of those only what the
 * person's consent releases. An admin asks for it, a second one agrees; the secret is shown once.
 */
export const apiKeys = pgTable(
  'api_keys',
  {
    id: id(),
    name: text('name').notNull(),
    recipientEn: text('recipient_en').notNull(),
    recipientAr: text('recipient_ar').notNull(),
    /** The first letters of the secret, to tell keys apart. */
    prefix: text('prefix').notNull(),
    keyHash: text('key_hash').notNull(),
    scopes: text('scopes').array().notNull(),
    createdBy: uuid('created_by')
      .notNull()
      .references(() => users.id),
    createdAt: momentNow('created_at'),
    approvedBy: uuid('approved_by').references(() => users.id),
    approvedAt: moment('approved_at'),
    expiresAt: moment('expires_at').notNull(),
    revokedAt: moment('revoked_at'),
    revokedBy: uuid('revoked_by').references(() => users.id),
  },
  (t) => [
    uniqueIndex('api_keys_hash').on(t.keyHash),
    check('api_keys_scopes', sql`scopes <@ array['fhir.read', 'fhir.clinical'] and cardinality(scopes) > 0`),
    check('api_keys_two_admins', sql`approved_by is null or approved_by <> created_by`),
  ],
)

/** Facilities whose referrals a key reaches. */
export const apiKeyFacilities = pgTable(
  'api_key_facilities',
  {
    apiKeyId: uuid('api_key_id')
      .notNull()
      .references(() => apiKeys.id),
    facilityId: uuid('facility_id')
      .notNull()
      .references(() => facilities.id),
  },
  (t) => [uniqueIndex('api_key_facilities_one').on(t.apiKeyId, t.facilityId)],
)

/** Each request over a key: what was asked, what was answered; no content. */
export const apiReads = pgTable(
  'api_reads',
  {
    id: id(),
    apiKeyId: uuid('api_key_id')
      .notNull()
      .references(() => apiKeys.id),
    resource: text('resource').notNull(),
    recordId: uuid('record_id'),
    status: text('status').notNull(),
    at: momentNow('at'),
  },
  (t) => [
    index('api_reads_of_key').on(t.apiKeyId, t.id),
    check('api_reads_status', oneOf('status', ['ok', 'not_found', 'refused'])),
  ],
)
