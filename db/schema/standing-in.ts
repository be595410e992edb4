import { sql } from 'drizzle-orm'
import { check, date, index, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { id, moment, momentNow, oneOf } from './columns'
import { people } from './people'
import { users } from './users'

/** Someone decides for someone who is away, from a day to a day. What the one may not decide, the other may not either. */
export const delegations = pgTable(
  'delegations',
  {
    id: id(),
    fromUserId: uuid('from_user_id')
      .notNull()
      .references(() => users.id),
    toUserId: uuid('to_user_id')
      .notNull()
      .references(() => users.id),
    permission: text('permission').notNull(),
    fromOn: date('from_on').notNull(),
    toOn: date('to_on').notNull(),
    reason: text('reason').notNull(),
    madeAt: momentNow('made_at'),
    endedAt: moment('ended_at'),
  },
  (t) => [
    index('delegations_to').on(t.toUserId, t.toOn).where(sql`ended_at is null`), // read with each session
    index('delegations_from').on(t.fromUserId, t.id),
    check('delegations_permission', oneOf('permission', ['grants.decide_first', 'grants.decide_second'])),
    check('delegations_days', sql`to_on >= from_on and to_on <= from_on + 60`),
    check('delegations_other', sql`from_user_id <> to_user_id`),
  ],
)

/** A colleague who is, or lives with, someone in the register: they take no part in what is decided or paid for that household. */
export const staffKin = pgTable(
  'staff_kin',
  {
    id: id(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    relation: text('relation').notNull(),
    recordedBy: uuid('recorded_by')
      .notNull()
      .references(() => users.id),
    recordedAt: momentNow('recorded_at'),
    endedAt: moment('ended_at'),
  },
  (t) => [
    uniqueIndex('staff_kin_one').on(t.userId, t.personId).where(sql`ended_at is null`),
    index('staff_kin_of_person').on(t.personId),
    check('staff_kin_relation', oneOf('relation', ['self', 'household', 'relative'])),
  ],
)
