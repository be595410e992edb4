import { bigint, date, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { fundingRounds } from './grants'

const count = (name: string) => bigint(name, { mode: 'number' }).notNull()

/** What is counted of applications; money in minor units of each currency. */
const counts = () => ({
  applications: count('applications'),
  reached: count('reached'),
  chosen: count('chosen'),
  approvals: count('approvals'),
  committedIqd: count('committed_iqd'),
  committedUsd: count('committed_usd'),
  releasedIqd: count('released_iqd'),
  releasedUsd: count('released_usd'),
  spentIqd: count('spent_iqd'),
  spentUsd: count('spent_usd'),
  visited3: count('visited_3'),
  operating3: count('operating_3'),
  visited6: count('visited_6'),
  operating6: count('operating_6'),
  visited12: count('visited_12'),
  operating12: count('operating_12'),
  plannedWomen: count('planned_women'),
  plannedMen: count('planned_men'),
  jobsWomen: count('jobs_women'),
  jobsMen: count('jobs_men'),
})

const cell = () => ({
  teamId: uuid('team_id').notNull(),
  fundingRoundId: uuid('funding_round_id')
    .notNull()
    .references(() => fundingRounds.id),
  /** First day of the month in which the applications were submitted. */
  month: date('month').notNull(),
})

/**
 * What `grant_profiles` add up to, by team (all teams under the id of zeros), round, month and each value of each dimension: what
 * the figures and the fairness view read instead of every application. Written by `figures_fold` alone.
 */
export const figureTotals = pgTable(
  'figure_totals',
  { ...cell(), dimension: text('dimension').notNull(), value: text('value').notNull(), ...counts() },
  (t) => [primaryKey({ columns: [t.teamId, t.fundingRoundId, t.month, t.dimension, t.value] })],
)

/**
 * What has changed since the totals were last added up: the old of a profile taken off, the new put on. Only ever added to, so that
 * nobody who changes a grant waits for another; a figure is the totals and these together.
 */
export const figureChanges = pgTable('figure_changes', {
  ...cell(),
  districtPcode: text('district_pcode').notNull(),
  sex: text('sex').notNull(),
  ageBand: text('age_band').notNull(),
  displacement: text('displacement').notNull(),
  disability: text('disability').notNull(),
  ...counts(),
})
