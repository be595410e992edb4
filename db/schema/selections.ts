import { bigint, boolean, date, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { fundingRounds, grants } from './grants'

/**
 * Who a round's approved grants are for, as they were on the day of the approval: what the decision page holds against the
 * round's quotas without reading every file. Written and taken back by the trigger `selection_follows`.
 */
export const roundSelections = pgTable(
  'round_selections',
  {
    caseId: uuid('case_id')
      .primaryKey()
      .references(() => grants.caseId),
    fundingRoundId: uuid('funding_round_id')
      .notNull()
      .references(() => fundingRounds.id),
    sex: text('sex').notNull(),
    ageBand: text('age_band').notNull(),
    displacement: text('displacement').notNull(),
    hasDisability: boolean('has_disability').notNull(),
    districtPcode: text('district_pcode').notNull(),
    selectedOn: date('selected_on').notNull(),
  },
  (t) => [index('round_selections_of_round').on(t.fundingRoundId, t.sex, t.displacement, t.hasDisability, t.ageBand)],
)

/** Who an application was for on the day it was first submitted: what figures are counted by, so that a past report never drifts. */
export const grantProfiles = pgTable(
  'grant_profiles',
  {
    caseId: uuid('case_id')
      .primaryKey()
      .references(() => grants.caseId),
    /** Copies of what the grant and its case say, kept by the triggers `round_follows` and `profile_case_follows` and never read for one case. */
    fundingRoundId: uuid('funding_round_id')
      .notNull()
      .references(() => fundingRounds.id),
    status: text('status').notNull(),
    teamId: uuid('team_id').notNull(),
    districtPcode: text('district_pcode').notNull(),
    sex: text('sex').notNull(),
    ageBand: text('age_band').notNull(),
    displacement: text('displacement').notNull(),
    hasDisability: boolean('has_disability').notNull(),
    submittedOn: date('submitted_on').notNull(),
    /** What has come of it, as the view `grant_counted` reads it from where it is written; kept by the triggers `counts`. */
    currency: text('currency').notNull(),
    selectedOn: date('selected_on'),
    committedMinor: bigint('committed_minor', { mode: 'number' }).notNull().default(0),
    releasedMinor: bigint('released_minor', { mode: 'number' }).notNull().default(0),
    spentMinor: bigint('spent_minor', { mode: 'number' }).notNull().default(0),
    business3: text('business_3'),
    business6: text('business_6'),
    business12: text('business_12'),
    plannedWomen: integer('planned_women'),
    plannedMen: integer('planned_men'),
    jobsWomen: integer('jobs_women'),
    jobsMen: integer('jobs_men'),
  },
  // The list of a round and the records behind a figure, newest first, whether of all, of a status or of a rare kind.
  (t) => [
    index('grant_profiles_of_round').on(t.fundingRoundId, t.caseId),
    index('grant_profiles_of_status').on(t.fundingRoundId, t.status, t.caseId),
    index('grant_profiles_of_team').on(t.teamId, t.caseId),
    index('grant_profiles_of_district').on(t.districtPcode, t.caseId),
    index('grant_profiles_of_displacement').on(t.displacement, t.caseId),
    index('grant_profiles_of_age').on(t.ageBand, t.caseId),
    index('grant_profiles_of_disability').on(t.hasDisability, t.caseId),
    index('grant_profiles_of_day').on(t.submittedOn), // the days of a month that is only partly counted
  ],
)
