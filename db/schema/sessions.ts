import { sql } from 'drizzle-orm'
import { check, index, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { id, moment, momentNow, oneOf } from './columns'
import { users } from './users'

/** A signed-in device. Only the SHA-256 of the token is kept. */
export const sessions = pgTable(
  'sessions',
  {
    id: id(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id),
    tokenHash: text('token_hash').notNull(),
    createdAt: momentNow('created_at'),
    lastSeenAt: momentNow('last_seen_at'),
    expiresAt: moment('expires_at').notNull(),
    revokedAt: moment('revoked_at'),
    userAgent: text('user_agent').notNull().default(''),
    address: text('address').notNull().default(''),
  },
  (t) => [
    uniqueIndex('sessions_token').on(t.tokenHash),
    index('sessions_of_user').on(t.userId, t.createdAt).where(sql`revoked_at is null`),
  ],
)

/** Failed sign-ins, by account (a hash of the e-mail, known or not) and by address. */
export const signInThrottle = pgTable('sign_in_throttle', {
  key: text('key').primaryKey(),
  failures: integer('failures').notNull(),
  lastAt: momentNow('last_at'),
  lockedUntil: moment('locked_until'),
})

/** Invitations and password resets: single use, stored hashed. */
export const oneTimeLinks = pgTable(
  'one_time_links',
  {
    id: id(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id),
    kind: text('kind').notNull(),
    tokenHash: text('token_hash').notNull(),
    createdBy: uuid('created_by').references(() => users.id),
    createdAt: momentNow('created_at'),
    expiresAt: moment('expires_at').notNull(),
    usedAt: moment('used_at'),
  },
  (t) => [
    uniqueIndex('one_time_links_token').on(t.tokenHash),
    check('one_time_links_kind', oneOf('kind', ['invite', 'reset'])),
  ],
)
