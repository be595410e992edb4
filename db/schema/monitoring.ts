import { sql } from 'drizzle-orm'
import { bigint, boolean, check, date, index, pgTable, smallint, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { id, moment, momentNow, oneOf } from './columns'
import { grants } from './grants'
import { users } from './users'

/** A visit after the money was paid, at 1, 3, 6 and 12 months. Made due by the first payment (trigger `first_payment_plans_visits`). */
export const monitoringVisits = pgTable(
  'monitoring_visits',
  {
    id: id(),
    caseId: uuid('case_id')
      .notNull()
      .references(() => grants.caseId),
    month: smallint('month').notNull(),
    dueOn: date('due_on').notNull(),
    /** False when the round visits a sample and this grant is not in it; it may still be visited. */
    isInSample: boolean('is_in_sample').notNull(),
    visitedOn: date('visited_on'),
    received: text('received'),
    business: text('business'),
    monthlyProfitMinor: bigint('monthly_profit_minor', { mode: 'number' }),
    jobsWomenFull: smallint('jobs_women_full'),
    jobsWomenPart: smallint('jobs_women_part'),
    jobsMenFull: smallint('jobs_men_full'),
    jobsMenPart: smallint('jobs_men_part'),
    satisfaction: smallint('satisfaction'),
    hasSafetyIssue: boolean('has_safety_issue'),
    remark: text('remark').notNull().default(''),
    visitedBy: uuid('visited_by').references(() => users.id),
    recordedAt: moment('recorded_at'),
  },
  (t) => [
    uniqueIndex('monitoring_visits_one').on(t.caseId, t.month),
    index('monitoring_visits_due').on(t.dueOn, t.id).where(sql`visited_on is null and is_in_sample`), // visits to make
    check('monitoring_visits_month', sql`month in (1, 3, 6, 12)`),
    check('monitoring_visits_received', oneOf('received', ['full', 'partial', 'none', 'with_issues'])),
    check('monitoring_visits_business', oneOf('business', ['operating', 'paused', 'closed', 'relocated'])),
    check('monitoring_visits_satisfaction', sql`satisfaction between 1 and 5`),
    check(
      'monitoring_visits_whole',
      sql`(visited_on is null) = (visited_by is null) and (visited_on is null) = (received is null)
        and (visited_on is null) = (business is null) and (visited_on is null) = (has_safety_issue is null)`,
    ),
  ],
)

/** A worry about someone's safety that a visit brought up: for the team's supervisors, not for who wrote it to read back. */
export const safetyConcerns = pgTable(
  'safety_concerns',
  {
    id: id(),
    caseId: uuid('case_id')
      .notNull()
      .references(() => grants.caseId),
    visitId: uuid('visit_id').references(() => monitoringVisits.id),
    body: text('body').notNull(),
    raisedBy: uuid('raised_by')
      .notNull()
      .references(() => users.id),
    raisedAt: momentNow('raised_at'),
    handledBy: uuid('handled_by').references(() => users.id),
    handledAt: moment('handled_at'),
    handling: text('handling').notNull().default(''),
  },
  (t) => [
    index('safety_concerns_of_case').on(t.caseId),
    index('safety_concerns_open').on(t.id).where(sql`handled_at is null`),
  ],
)
