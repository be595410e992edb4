import { sql } from 'drizzle-orm'
import { boolean, check, date, index, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { programmes, roles } from '../../lib/auth/roles'
import { id, moment, momentNow, oneOf } from './columns'
import { locations } from './places'

export const users = pgTable(
  'users',
  {
    id: id(),
    email: text('email').notNull(),
    name: text('name').notNull(),
    locale: text('locale').notNull().default('en'),
    isActive: boolean('is_active').notNull().default(true),
    /** Argon2id; null until the invitation is taken up. Not readable by the app's role. */
    passwordHash: text('password_hash'),
    passwordChangedAt: moment('password_changed_at'),
    /** AES key (base64, 32 bytes) under which this user's drafts are kept on a device. */
    draftKey: text('draft_key').notNull(),
    createdAt: momentNow('created_at'),
    version: integer('version').notNull().default(1),
  },
  (t) => [
    uniqueIndex('users_email').on(t.email),
    check('users_email_lower', sql`email = lower(email) and email like '%_@_%'`),
    check('users_locale', oneOf('locale', ['en', 'ar', 'ckb'])),
  ],
)

/** A role held by a user. It counts while it is approved and not ended; the rules stand in the trigger `user_roles_rules`. */
export const userRoles = pgTable(
  'user_roles',
  {
    id: id(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id),
    role: text('role').notNull(),
    requestedBy: uuid('requested_by').references(() => users.id),
    requestedAt: momentNow('requested_at'),
    approvedBy: uuid('approved_by').references(() => users.id),
    approvedAt: moment('approved_at'),
    endedBy: uuid('ended_by').references(() => users.id),
    endedAt: moment('ended_at'),
  },
  (t) => [
    uniqueIndex('user_roles_one').on(t.userId, t.role).where(sql`ended_at is null`),
    check('user_roles_role', oneOf('role', roles)),
  ],
)

export const userProgrammes = pgTable(
  'user_programmes',
  {
    id: id(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id),
    programme: text('programme').notNull(),
    endedAt: moment('ended_at'),
  },
  (t) => [
    uniqueIndex('user_programmes_one').on(t.userId, t.programme).where(sql`ended_at is null`),
    check('user_programmes_programme', oneOf('programme', programmes)),
  ],
)

/** Districts a user with scope "area" reaches. */
export const userAreas = pgTable(
  'user_areas',
  {
    id: id(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id),
    districtPcode: text('district_pcode')
      .notNull()
      .references(() => locations.pcode),
    endedAt: moment('ended_at'),
  },
  (t) => [uniqueIndex('user_areas_one').on(t.userId, t.districtPcode).where(sql`ended_at is null`)],
)

export const teams = pgTable(
  'teams',
  {
    id: id(),
    nameEn: text('name_en').notNull(),
    nameAr: text('name_ar').notNull(),
    nameCkb: text('name_ckb'),
    districtPcode: text('district_pcode')
      .notNull()
      .references(() => locations.pcode),
    isActive: boolean('is_active').notNull().default(true),
    version: integer('version').notNull().default(1),
  },
  (t) => [uniqueIndex('teams_name_en').on(t.nameEn)],
)

/** Dated membership: counts from `from_on` to `to_on`, both days included. */
export const teamMembers = pgTable(
  'team_members',
  {
    id: id(),
    teamId: uuid('team_id')
      .notNull()
      .references(() => teams.id),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id),
    fromOn: date('from_on').notNull(),
    toOn: date('to_on'),
  },
  (t) => [
    index('team_members_of_user').on(t.userId),
    uniqueIndex('team_members_open').on(t.teamId, t.userId).where(sql`to_on is null`),
    check('team_members_days', sql`to_on is null or to_on >= from_on`),
  ],
)
