import { sql } from 'drizzle-orm'
import { boolean, check, date, integer, pgTable, primaryKey, smallint, text, uuid } from 'drizzle-orm/pg-core'
import { oneOf } from './columns'

/**
 * What has changed in the figures of referrals since they were last added up: one row added, or one taken off (`sign`), by
 * whatever is counted. Written by trigger, emptied by `referral_figures_fold`; no column refers to another table, so that
 * who changes a referral waits for nobody.
 */
export const referralChanges = pgTable('referral_changes', {
  teamId: uuid('team_id').notNull(),
  /** The month in which it was sent, as its first day. */
  month: date('month').notNull(),
  service: text('service').notNull(),
  priority: text('priority').notNull(),
  outcome: text('outcome').notNull(),
  facilityId: uuid('facility_id').notNull(),
  sex: text('sex').notNull(),
  ageBand: text('age_band').notNull(),
  displacement: text('displacement').notNull(),
  disability: text('disability').notNull(),
  districtPcode: text('district_pcode').notNull(),
  /** How long it took, in steps of a twentieth (`hours_step`); null when it has not come to that. */
  acceptStep: smallint('accept_step'),
  attendStep: smallint('attend_step'),
  isKnown: boolean('is_known').notNull(),
  isMissed: boolean('is_missed').notNull(),
  isRejected: boolean('is_rejected').notNull(),
  sign: smallint('sign').notNull(),
})

/** Totals of referrals by month and one value of one dimension, for each team and (under the id of zeros) for all. */
export const referralSums = pgTable(
  'referral_sums',
  {
    teamId: uuid('team_id').notNull(),
    month: date('month').notNull(),
    dimension: text('dimension').notNull(),
    value: text('value').notNull(),
    measure: text('measure').notNull(),
    /** Of the measures that take time, how long; else 0. */
    step: smallint('step').notNull(),
    count: integer('count').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.teamId, t.month, t.dimension, t.value, t.measure, t.step] }),
    check(
      'referral_sums_measure',
      oneOf('measure', ['referrals', 'accepted', 'attended', 'known', 'missed', 'rejected']),
    ),
    check('referral_sums_step', sql`step >= 0`),
  ],
)
