import { sql } from 'drizzle-orm'
import {
  bigint,
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
import { trancheChannels, trancheMachine } from '../../lib/grants/tranches/machine'
import { budgetLines } from './budgets'
import { documents } from './cases'
import { id, moment, momentNow, oneOf } from './columns'
import { grants } from './grants'
import { businessPlanMilestones } from './plans'
import { users } from './users'

const minor = (name: string) => bigint(name, { mode: 'number' })

/** The agreement of an approved grant; its number and the code on it confirm that it is genuine. */
export const agreements = pgTable(
  'agreements',
  {
    id: id(),
    caseId: uuid('case_id')
      .notNull()
      .references(() => grants.caseId),
    number: text('number').notNull(),
    amountMinor: minor('amount_minor').notNull(),
    currency: text('currency').notNull(),
    /** What stands in the agreement, as it was when it was made. */
    content: jsonb('content').notNull(),
    madeBy: uuid('made_by')
      .notNull()
      .references(() => users.id),
    madeAt: momentNow('made_at'),
    signedOn: date('signed_on'),
    signedDocumentId: uuid('signed_document_id').references(() => documents.id),
    voidedAt: moment('voided_at'),
  },
  (t) => [
    uniqueIndex('agreements_number').on(t.number),
    uniqueIndex('agreements_current').on(t.caseId).where(sql`voided_at is null`),
  ],
)

/** A part of a grant's money on its way. Which step follows which, and by whose hand, stands in the trigger `tranche_rules`. */
export const tranches = pgTable(
  'tranches',
  {
    id: id(),
    caseId: uuid('case_id')
      .notNull()
      .references(() => grants.caseId),
    number: smallint('number').notNull(),
    /** Copied so that finance pays without reading cases: `GRT-2026-00042/2`. */
    reference: text('reference').notNull(),
    budgetLineId: uuid('budget_line_id')
      .notNull()
      .references(() => budgetLines.id),
    /** The milestone that the next tranche waits for. */
    milestoneId: uuid('milestone_id').references(() => businessPlanMilestones.id),
    amountMinor: minor('amount_minor').notNull(),
    currency: text('currency').notNull(),
    form: text('form').notNull(),
    plannedOn: date('planned_on').notNull(),
    status: text('status').notNull().default('scheduled'),
    statusAt: momentNow('status_at'),
    /** Why it failed, was cancelled, recovered or written off. */
    statusReason: text('status_reason').notNull().default(''),
    channel: text('channel'),
    payeeName: text('payee_name').notNull().default(''),
    /** Account, wallet or vendor number; empty for cash. */
    payeeAccount: text('payee_account').notNull().default(''),
    paymentReference: text('payment_reference').notNull().default(''),
    paidOn: date('paid_on'),
    receiptConfirmedOn: date('receipt_confirmed_on'),
    recoveredMinor: minor('recovered_minor').notNull().default(0),
    requestedBy: uuid('requested_by').references(() => users.id),
    authorisedBy: uuid('authorised_by').references(() => users.id),
    releasedBy: uuid('released_by').references(() => users.id),
    confirmedBy: uuid('confirmed_by').references(() => users.id),
    milestoneVerifiedBy: uuid('milestone_verified_by').references(() => users.id),
    milestoneFinding: text('milestone_finding').notNull().default(''),
    createdBy: uuid('created_by')
      .notNull()
      .references(() => users.id),
    version: integer('version').notNull().default(1),
  },
  (t) => [
    uniqueIndex('tranches_one').on(t.caseId, t.number),
    uniqueIndex('tranches_reference').on(t.reference), // an answer of the bank finds its tranche
    index('tranches_by_status').on(t.status, t.plannedOn, t.id), // what finance has to do, the soonest first
    index('tranches_of_line').on(t.budgetLineId),
    check('tranches_status', oneOf('status', trancheMachine.states)),
    check('tranches_form', oneOf('form', ['cash', 'in_kind'])),
    check('tranches_channel', oneOf('channel', trancheChannels)),
    check('tranches_amount', sql`amount_minor > 0 and recovered_minor between 0 and amount_minor`),
    check('tranches_number', sql`number between 1 and 12`),
  ],
)

/** What happened to a tranche, for finance and for the case's timeline; written by trigger. */
export const trancheEvents = pgTable(
  'tranche_events',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    trancheId: uuid('tranche_id')
      .notNull()
      .references(() => tranches.id),
    caseId: uuid('case_id').notNull(),
    fromStatus: text('from_status'),
    toStatus: text('to_status').notNull(),
    reason: text('reason').notNull().default(''),
    actorId: uuid('actor_id').references(() => users.id),
    at: momentNow('at'),
  },
  (t) => [index('tranche_events_of_tranche').on(t.trancheId, t.id)],
)

/** A list of authorised tranches given to a bank or a transfer agent. */
export const releaseLists = pgTable(
  'release_lists',
  {
    id: id(),
    number: text('number').notNull(),
    channel: text('channel').notNull(),
    currency: text('currency').notNull(),
    madeBy: uuid('made_by')
      .notNull()
      .references(() => users.id),
    madeAt: momentNow('made_at'),
    state: text('state').notNull().default('made'),
    /** Whose hand the release under way is, or the last one was; and the last place on the list that it has looked at. */
    releasingBy: uuid('releasing_by').references(() => users.id),
    releasedTo: integer('released_to').notNull().default(0),
  },
  (t) => [
    uniqueIndex('release_lists_number').on(t.number),
    check('release_lists_state', oneOf('state', ['made', 'releasing', 'released', 'dissolved'])),
    check('release_lists_channel', oneOf('channel', trancheChannels)),
  ],
)

export const releaseListRows = pgTable(
  'release_list_rows',
  {
    id: id(),
    listId: uuid('list_id')
      .notNull()
      .references(() => releaseLists.id),
    trancheId: uuid('tranche_id')
      .notNull()
      .references(() => tranches.id),
    position: integer('position').notNull(),
    /** Null once the list was dissolved, so that the tranche may stand on another. */
    isOpen: text('is_open').default('open'),
  },
  (t) => [
    uniqueIndex('release_list_rows_one').on(t.listId, t.position),
    uniqueIndex('release_list_rows_open').on(t.trancheId).where(sql`is_open is not null`),
  ],
)

/** A file of answers from the bank or the agent: read, shown row by row, then applied. */
export const paymentImports = pgTable(
  'payment_imports',
  {
    id: id(),
    fileName: text('file_name').notNull(),
    sha256: text('sha256').notNull(),
    state: text('state').notNull().default('checked'),
    rowCount: integer('row_count').notNull(),
    doneCount: integer('done_count').notNull().default(0),
    importedBy: uuid('imported_by')
      .notNull()
      .references(() => users.id),
    importedAt: momentNow('imported_at'),
    finishedAt: moment('finished_at'),
  },
  (t) => [
    index('payment_imports_of_file').on(t.sha256),
    check('payment_imports_state', oneOf('state', ['checked', 'running', 'done', 'cancelled'])),
  ],
)

export const paymentImportRows = pgTable(
  'payment_import_rows',
  {
    id: id(),
    importId: uuid('import_id')
      .notNull()
      .references(() => paymentImports.id),
    position: integer('position').notNull(),
    reference: text('reference').notNull(),
    amount: text('amount').notNull(),
    currency: text('currency').notNull(),
    answer: text('answer').notNull(),
    paymentReference: text('payment_reference').notNull().default(''),
    paidOn: text('paid_on').notNull().default(''),
    reason: text('reason').notNull().default(''),
    trancheId: uuid('tranche_id').references(() => tranches.id),
    /** `ready`, or why the row changes nothing: a key of `payments.import.finding.*`. */
    finding: text('finding').notNull(),
    appliedAt: moment('applied_at'),
  },
  (t) => [uniqueIndex('payment_import_rows_one').on(t.importId, t.position)],
)
