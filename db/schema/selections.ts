import { boolean, date, index, pgTable, text, uuid } from 'drizzle-orm/pg-core'
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
  },
  // The fairness view and the list of a round: all of a round is counted, or searched for a rare kind, out of this index alone.
  (t) => [
    index('grant_profiles_of_round').on(
      t.fundingRoundId,
      t.caseId,
      t.status,
      t.teamId,
      t.districtPcode,
      t.sex,
      t.displacement,
      t.ageBand,
      t.hasDisability,
    ),
  ],
)
