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
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { budgetLines } from './budgets'
import { cases } from './cases'
import { id, moment, momentNow, oneOf } from './columns'
import { households, people } from './people'
import { locations, sectors } from './places'
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
    /** The published rules that a round may set for itself. */
    minAge: smallint('min_age').notNull().default(18),
    quietDays: smallint('quiet_days').notNull().default(365),
    /** Number of grants that the round means to give; null when it is not stated. */
    targetGrants: integer('target_grants'),
    noticeEn: text('notice_en').notNull().default(''),
    noticeAr: text('notice_ar').notNull().default(''),
    /** Percent of the grant in each tranche, in order; the last takes what rounding leaves. */
    trancheSplit: smallint('tranche_split').array().notNull().default(sql`'{40,40,20}'`),
    /** How many of a hundred grants are visited at 1, 3, 6 and 12 months; 100 is all. */
    monitoringPercent: smallint('monitoring_percent').notNull().default(100),
    version: integer('version').notNull().default(1),
  },
  (t) => [
    check('funding_rounds_rules', sql`min_age between 0 and 120 and quiet_days between 0 and 3650`),
    check('funding_rounds_monitoring', sql`monitoring_percent between 1 and 100`),
    uniqueIndex('funding_rounds_code').on(t.code),
    check('funding_rounds_currency', oneOf('currency', ['IQD', 'USD'])),
    check('funding_rounds_days', sql`closes_on >= opens_on`),
  ],
)

/** Districts that a round serves; none means the whole governorate. */
export const fundingRoundDistricts = pgTable(
  'funding_round_districts',
  {
    fundingRoundId: uuid('funding_round_id')
      .notNull()
      .references(() => fundingRounds.id),
    districtPcode: text('district_pcode')
      .notNull()
      .references(() => locations.pcode),
  },
  (t) => [primaryKey({ columns: [t.fundingRoundId, t.districtPcode] })],
)

/** What share of a round's grants is meant for whom, in percent; what the fairness view holds the selection against. */
export const fundingRoundQuotas = pgTable(
  'funding_round_quotas',
  {
    fundingRoundId: uuid('funding_round_id')
      .notNull()
      .references(() => fundingRounds.id),
    dimension: text('dimension').notNull(),
    value: text('value').notNull(),
    percent: smallint('percent').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.fundingRoundId, t.dimension, t.value] }),
    check('funding_round_quotas_dimension', oneOf('dimension', ['sex', 'displacement', 'disability', 'age_band'])),
    check('funding_round_quotas_percent', sql`percent between 0 and 100`),
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
    /** The line that pays; chosen before the decision. */
    budgetLineId: uuid('budget_line_id').references(() => budgetLines.id),
    /** Kept by trigger from the case's status; what the unique index below stands on. */
    isLive: boolean('is_live').notNull().default(false),
  },
  (t) => [
    uniqueIndex('grants_one_live').on(t.householdId, t.fundingRoundId).where(sql`is_live`), // one live grant a household and round
    index('grants_of_person').on(t.personId),
    index('grants_of_household').on(t.householdId),
    index('grants_of_round').on(t.fundingRoundId, t.caseId), // selection list and fairness of a round
    index('grants_of_line').on(t.budgetLineId, t.caseId), // who is paid from a line
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
