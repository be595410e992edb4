import { sql } from 'drizzle-orm'
import {
  bigint,
  check,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { id, momentNow } from './columns'
import { grants } from './grants'
import { users } from './users'

export const businessPlans = pgTable(
  'business_plans',
  {
    caseId: uuid('case_id')
      .primaryKey()
      .references(() => grants.caseId),
    description: text('description').notNull(),
    ownContributionMinor: bigint('own_contribution_minor', { mode: 'number' }).notNull().default(0),
    market: text('market').notNull().default(''),
    jobsNowWomenFull: smallint('jobs_now_women_full').notNull().default(0),
    jobsNowWomenPart: smallint('jobs_now_women_part').notNull().default(0),
    jobsNowMenFull: smallint('jobs_now_men_full').notNull().default(0),
    jobsNowMenPart: smallint('jobs_now_men_part').notNull().default(0),
    jobsPlannedWomenFull: smallint('jobs_planned_women_full').notNull().default(0),
    jobsPlannedWomenPart: smallint('jobs_planned_women_part').notNull().default(0),
    jobsPlannedMenFull: smallint('jobs_planned_men_full').notNull().default(0),
    jobsPlannedMenPart: smallint('jobs_planned_men_part').notNull().default(0),
    expectedMonthlyProfitMinor: bigint('expected_monthly_profit_minor', { mode: 'number' }).notNull().default(0),
    savedBy: uuid('saved_by')
      .notNull()
      .references(() => users.id),
    savedAt: momentNow('saved_at'),
  },
  () => [
    check(
      'business_plans_counts',
      sql`least(jobs_now_women_full, jobs_now_women_part, jobs_now_men_full, jobs_now_men_part, jobs_planned_women_full,
        jobs_planned_women_part, jobs_planned_men_full, jobs_planned_men_part, own_contribution_minor) >= 0`,
    ),
  ],
)

export const businessPlanLines = pgTable(
  'business_plan_lines',
  {
    id: id(),
    caseId: uuid('case_id')
      .notNull()
      .references(() => businessPlans.caseId),
    position: smallint('position').notNull(),
    item: text('item').notNull(),
    quantity: integer('quantity').notNull(),
    unitPriceMinor: bigint('unit_price_minor', { mode: 'number' }).notNull(),
    /** In-kind packages say who supplies the item, and by which quote. */
    supplier: text('supplier').notNull().default(''),
    quote: text('quote').notNull().default(''),
  },
  (t) => [
    index('business_plan_lines_of_plan').on(t.caseId, t.position),
    check('business_plan_lines_positive', sql`quantity > 0 and unit_price_minor > 0`),
  ],
)

/** What the business expects to take in and to spend, month by month, for twelve months. */
export const businessPlanMonths = pgTable(
  'business_plan_months',
  {
    caseId: uuid('case_id')
      .notNull()
      .references(() => businessPlans.caseId),
    month: smallint('month').notNull(),
    incomeMinor: bigint('income_minor', { mode: 'number' }).notNull(),
    costMinor: bigint('cost_minor', { mode: 'number' }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.caseId, t.month] }),
    check('business_plan_months_month', sql`month between 1 and 12 and income_minor >= 0 and cost_minor >= 0`),
  ],
)

/** What must be reached, and shown how, before the next tranche: tranche n + 1 waits for milestone n. */
export const businessPlanMilestones = pgTable(
  'business_plan_milestones',
  {
    id: id(),
    caseId: uuid('case_id')
      .notNull()
      .references(() => businessPlans.caseId),
    position: smallint('position').notNull(),
    title: text('title').notNull(),
    evidence: text('evidence').notNull(),
    /** Months after the first tranche by which it should be reached. */
    dueMonth: smallint('due_month').notNull(),
  },
  (t) => [
    uniqueIndex('business_plan_milestones_one').on(t.caseId, t.position),
    check('business_plan_milestones_month', sql`position between 1 and 12 and due_month between 0 and 36`),
  ],
)
