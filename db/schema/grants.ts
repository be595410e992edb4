import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  check,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { cases } from './cases'
import { id, moment, momentNow, oneOf } from './columns'
import { households, people } from './people'
import { sectors } from './places'
import { users } from './users'

/** A funding round: when applications count together, and by which published rules. */
export const fundingRounds = pgTable(
  'funding_rounds',
  {
    id: id(),
    code: text('code').notNull(),
    nameEn: text('name_en').notNull(),
    nameAr: text('name_ar').notNull(),
    opensOn: date('opens_on').notNull(),
    closesOn: date('closes_on').notNull(),
    currency: text('currency').notNull(),
    maxAmountMinor: bigint('max_amount_minor', { mode: 'number' }).notNull(),
    rulesVersion: text('rules_version').notNull(),
    scoreVersion: text('score_version').notNull(),
  },
  (t) => [
    uniqueIndex('funding_rounds_code').on(t.code),
    check('funding_rounds_currency', oneOf('currency', ['IQD', 'USD'])),
    check('funding_rounds_days', sql`closes_on >= opens_on`),
  ],
)

/** From which amount a second approval is needed. Without a row for the currency nothing can be approved. */
export const approvalLimits = pgTable(
  'approval_limits',
  {
    id: id(),
    programme: text('programme').notNull(),
    currency: text('currency').notNull(),
    secondStageFromMinor: bigint('second_stage_from_minor', { mode: 'number' }).notNull(),
    setBy: uuid('set_by').references(() => users.id),
    setAt: momentNow('set_at'),
    endedAt: moment('ended_at'),
  },
  (t) => [
    uniqueIndex('approval_limits_current').on(t.programme, t.currency).where(sql`ended_at is null`),
    check('approval_limits_positive', sql`second_stage_from_minor > 0`),
  ],
)

export const grants = pgTable(
  'grants',
  {
    caseId: uuid('case_id')
      .primaryKey()
      .references(() => cases.id),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    householdId: uuid('household_id')
      .notNull()
      .references(() => households.id),
    fundingRoundId: uuid('funding_round_id')
      .notNull()
      .references(() => fundingRounds.id),
    form: text('form').notNull(),
    amountMinor: bigint('amount_minor', { mode: 'number' }).notNull(),
    currency: text('currency').notNull(),
    sector: text('sector')
      .notNull()
      .references(() => sectors.code),
    businessKind: text('business_kind').notNull(),
    businessName: text('business_name').notNull().default(''),
    purpose: text('purpose').notNull(),
    /** Facts of the household that the vulnerability score reads. */
    monthlyIncomeMinor: bigint('monthly_income_minor', { mode: 'number' }).notNull().default(0),
    dependants: smallint('dependants').notNull().default(0),
    yearsOfExperience: smallint('years_of_experience').notNull().default(0),
    /** Round of this application: +1 each time it is returned; earlier decisions no longer count. */
    round: smallint('round').notNull().default(1),
    submittedBy: uuid('submitted_by').references(() => users.id),
    submittedAt: moment('submitted_at'),
    consentId: uuid('consent_id'),
    /** Kept by trigger from the case's status; what the unique index below stands on. */
    isLive: boolean('is_live').notNull().default(false),
  },
  (t) => [
    uniqueIndex('grants_one_live').on(t.householdId, t.fundingRoundId).where(sql`is_live`), // one live grant a household and round
    index('grants_of_person').on(t.personId),
    index('grants_of_household').on(t.householdId),
    check('grants_form', oneOf('form', ['cash', 'in_kind'])),
    check('grants_currency', oneOf('currency', ['IQD', 'USD'])),
    check('grants_business_kind', oneOf('business_kind', ['new', 'existing'])),
    check('grants_amount', sql`amount_minor > 0 and amount_minor <= 1000000000000`),
  ],
)

export const grantScreenings = pgTable(
  'grant_screenings',
  {
    id: id(),
    caseId: uuid('case_id')
      .notNull()
      .references(() => grants.caseId),
    round: smallint('round').notNull(),
    rulesVersion: text('rules_version').notNull(),
    rules: jsonb('rules').notNull(),
    isEligible: boolean('is_eligible').notNull(),
    scoreVersion: text('score_version').notNull(),
    score: smallint('score').notNull(),
    scoreLines: jsonb('score_lines').notNull(),
    remark: text('remark').notNull().default(''),
    screenedBy: uuid('screened_by')
      .notNull()
      .references(() => users.id),
    screenedAt: momentNow('screened_at'),
  },
  (t) => [uniqueIndex('grant_screenings_one').on(t.caseId, t.round)],
)

export const grantVerifications = pgTable(
  'grant_verifications',
  {
    id: id(),
    caseId: uuid('case_id')
      .notNull()
      .references(() => grants.caseId),
    round: smallint('round').notNull(),
    visitedOn: date('visited_on').notNull(),
    place: text('place').notNull(),
    findings: text('findings').notNull(),
    isConfirmed: boolean('is_confirmed').notNull(),
    verifiedBy: uuid('verified_by')
      .notNull()
      .references(() => users.id),
    verifiedAt: momentNow('verified_at'),
  },
  (t) => [uniqueIndex('grant_verifications_one').on(t.caseId, t.round)],
)

export const businessPlans = pgTable(
  'business_plans',
  {
    caseId: uuid('case_id')
      .primaryKey()
      .references(() => grants.caseId),
    description: text('description').notNull(),
    ownContributionMinor: bigint('own_contribution_minor', { mode: 'number' }).notNull().default(0),
    jobsNow: smallint('jobs_now').notNull().default(0),
    jobsPlannedWomen: smallint('jobs_planned_women').notNull().default(0),
    jobsPlannedMen: smallint('jobs_planned_men').notNull().default(0),
    expectedMonthlyProfitMinor: bigint('expected_monthly_profit_minor', { mode: 'number' }).notNull().default(0),
    savedBy: uuid('saved_by')
      .notNull()
      .references(() => users.id),
    savedAt: momentNow('saved_at'),
  },
  () => [
    check(
      'business_plans_counts',
      sql`jobs_now >= 0 and jobs_planned_women >= 0 and jobs_planned_men >= 0 and own_contribution_minor >= 0`,
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
  },
  (t) => [
    index('business_plan_lines_of_plan').on(t.caseId, t.position),
    check('business_plan_lines_positive', sql`quantity > 0 and unit_price_minor > 0`),
  ],
)

/** A decision at one stage, with the hash of exactly what was shown. Rules stand in the trigger `grant_decisions_rules`. */
export const grantDecisions = pgTable(
  'grant_decisions',
  {
    id: id(),
    caseId: uuid('case_id')
      .notNull()
      .references(() => grants.caseId),
    round: smallint('round').notNull(),
    stage: smallint('stage').notNull(),
    outcome: text('outcome').notNull(),
    reason: text('reason').notNull(),
    shownHash: text('shown_hash').notNull(),
    shown: jsonb('shown').notNull(),
    decidedBy: uuid('decided_by')
      .notNull()
      .references(() => users.id),
    decidedAt: momentNow('decided_at'),
  },
  (t) => [
    uniqueIndex('grant_decisions_one').on(t.caseId, t.round, t.stage),
    check('grant_decisions_stage', sql`stage in (1, 2)`),
    check('grant_decisions_outcome', oneOf('outcome', ['approve', 'reject', 'return'])),
  ],
)
