import { sql } from 'drizzle-orm'
import { bigint, check, date, index, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { id, moment, momentNow, oneOf } from './columns'
import { locations } from './places'
import { users } from './users'

const states = ['proposed', 'active', 'closed', 'declined'] as const
const minor = (name: string) => bigint(name, { mode: 'number' })

/** Money that a donor gives for some time and some districts. Its state changes by an approved `budget_changes` row only. */
export const fundingSources = pgTable(
  'funding_sources',
  {
    id: id(),
    code: text('code').notNull(),
    donorEn: text('donor_en').notNull(),
    donorAr: text('donor_ar').notNull(),
    amountMinor: minor('amount_minor').notNull(),
    currency: text('currency').notNull(),
    startsOn: date('starts_on').notNull(),
    endsOn: date('ends_on').notNull(),
    state: text('state').notNull().default('proposed'),
    proposedBy: uuid('proposed_by').references(() => users.id),
    proposedAt: momentNow('proposed_at'),
  },
  (t) => [
    uniqueIndex('funding_sources_code').on(t.code),
    check('funding_sources_state', oneOf('state', states)),
    check('funding_sources_currency', oneOf('currency', ['IQD', 'USD'])),
    check('funding_sources_amount', sql`amount_minor > 0 and amount_minor <= 1000000000000000`),
    check('funding_sources_days', sql`ends_on >= starts_on`),
  ],
)

/** Districts that a source's money is for; none means all. */
export const fundingSourceDistricts = pgTable(
  'funding_source_districts',
  {
    sourceId: uuid('source_id')
      .notNull()
      .references(() => fundingSources.id),
    districtPcode: text('district_pcode')
      .notNull()
      .references(() => locations.pcode),
  },
  (t) => [primaryKey({ columns: [t.sourceId, t.districtPcode] })],
)

/**
 * A line of a source. Its balances are kept by the trigger under `ledger_entries` and by nothing else, so that they are the
 * sum of the entries; the check makes over-commitment impossible, however many approve at once.
 */
export const budgetLines = pgTable(
  'budget_lines',
  {
    id: id(),
    sourceId: uuid('source_id')
      .notNull()
      .references(() => fundingSources.id),
    code: text('code').notNull(),
    nameEn: text('name_en').notNull(),
    nameAr: text('name_ar').notNull(),
    currency: text('currency').notNull(),
    /** What was asked for; it counts once a second person has activated the line. */
    proposedMinor: minor('proposed_minor').notNull(),
    allocatedMinor: minor('allocated_minor').notNull().default(0),
    committedMinor: minor('committed_minor').notNull().default(0),
    releasedMinor: minor('released_minor').notNull().default(0),
    spentMinor: minor('spent_minor').notNull().default(0),
    state: text('state').notNull().default('proposed'),
    proposedBy: uuid('proposed_by').references(() => users.id),
    proposedAt: momentNow('proposed_at'),
  },
  (t) => [
    uniqueIndex('budget_lines_code').on(t.code),
    index('budget_lines_of_source').on(t.sourceId),
    check('budget_lines_state', oneOf('state', states)),
    check('budget_lines_currency', oneOf('currency', ['IQD', 'USD'])),
    check('budget_lines_proposed', sql`proposed_minor > 0 and proposed_minor <= 1000000000000000`),
    check(
      'budget_lines_never_over',
      sql`committed_minor <= allocated_minor and released_minor <= committed_minor and spent_minor <= released_minor
        and spent_minor >= 0 and released_minor >= 0 and committed_minor >= 0 and allocated_minor >= 0`,
    ),
  ],
)

/** What someone wants changed in the budget; it happens when a second person approves (trigger `budget_change_rules`). */
export const budgetChanges = pgTable(
  'budget_changes',
  {
    id: id(),
    sourceId: uuid('source_id')
      .notNull()
      .references(() => fundingSources.id),
    lineId: uuid('line_id').references(() => budgetLines.id),
    kind: text('kind').notNull(),
    /** The new amount of the line, for `change_amount`. */
    amountMinor: minor('amount_minor'),
    reason: text('reason').notNull(),
    proposedBy: uuid('proposed_by')
      .notNull()
      .references(() => users.id),
    proposedAt: momentNow('proposed_at'),
    outcome: text('outcome'),
    decidedBy: uuid('decided_by').references(() => users.id),
    decidedAt: moment('decided_at'),
  },
  (t) => [
    uniqueIndex('budget_changes_pending_line').on(t.lineId).where(sql`outcome is null and line_id is not null`),
    uniqueIndex('budget_changes_pending_source').on(t.sourceId).where(sql`outcome is null and line_id is null`),
    index('budget_changes_of_source').on(t.sourceId, t.id),
    check(
      'budget_changes_kind',
      oneOf('kind', ['activate_source', 'close_source', 'activate_line', 'change_amount', 'close_line']),
    ),
    check('budget_changes_about', sql`(line_id is null) = (kind in ('activate_source', 'close_source'))`),
    check(
      'budget_changes_amount',
      sql`(kind = 'change_amount') = (amount_minor is not null) and coalesce(amount_minor, 0) >= 0`,
    ),
    check('budget_changes_outcome', oneOf('outcome', ['approved', 'declined'])),
  ],
)

/** Every movement of a line's money. Written by triggers only; never changed. The sums of a line's entries are its balances. */
export const ledgerEntries = pgTable(
  'ledger_entries',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    lineId: uuid('line_id')
      .notNull()
      .references(() => budgetLines.id),
    kind: text('kind').notNull(),
    allocatedMinor: minor('allocated_minor').notNull().default(0),
    committedMinor: minor('committed_minor').notNull().default(0),
    releasedMinor: minor('released_minor').notNull().default(0),
    spentMinor: minor('spent_minor').notNull().default(0),
    caseId: uuid('case_id'),
    /** The grant's reference, so that finance reads the ledger without opening a case. */
    reference: text('reference'),
    trancheId: uuid('tranche_id'),
    changeId: uuid('change_id').references(() => budgetChanges.id),
    madeBy: uuid('made_by').references(() => users.id),
    at: momentNow('at'),
  },
  (t) => [
    index('ledger_entries_of_line').on(t.lineId, t.id), // a line's ledger, newest first
    index('ledger_entries_of_case').on(t.caseId),
    check(
      'ledger_entries_kind',
      oneOf('kind', ['allocate', 'commit', 'give_back', 'release', 'release_failed', 'spend', 'recover', 'write_off']),
    ),
  ],
)
