import { bigint, boolean, index, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { cases } from './cases'
import { id, moment, momentNow } from './columns'
import { users } from './users'

/** Outcome of each command: a double click or a retry with the same id and input gets the first outcome back. */
export const commandLog = pgTable(
  'command_log',
  {
    commandId: uuid('command_id').notNull(),
    inputHash: text('input_hash').notNull(),
    name: text('name').notNull(),
    actorId: uuid('actor_id').references(() => users.id),
    outcome: jsonb('outcome').notNull(),
    at: momentNow('at'),
  },
  (t) => [primaryKey({ columns: [t.commandId, t.inputHash] })],
)

/** Who changed what, from what to what; written by trigger only (`audit_row`). */
export const auditLog = pgTable(
  'audit_log',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    at: momentNow('at'),
    actorId: uuid('actor_id'),
    reason: text('reason'),
    tableName: text('table_name').notNull(),
    rowId: text('row_id').notNull(),
    /** The user, person or case that the row belongs to. */
    subjectId: uuid('subject_id'),
    deed: text('deed').notNull(),
    changes: jsonb('changes').notNull(),
    /** True when the row holds people or case content, which an admin never reads. */
    isCaseContent: boolean('is_case_content').notNull(),
  },
  (t) => [index('audit_log_of_subject').on(t.subjectId, t.id), index('audit_log_of_rights').on(t.isCaseContent, t.id)],
)

/** Who opened whose file. */
export const readLog = pgTable(
  'read_log',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    at: momentNow('at'),
    actorId: uuid('actor_id')
      .notNull()
      .references(() => users.id),
    recordType: text('record_type').notNull(),
    recordId: uuid('record_id').notNull(),
  },
  (t) => [index('read_log_of_record').on(t.recordId, t.id)],
)

/** What waits for someone or what they should know; the words are made from `kind` when shown. */
export const notifications = pgTable(
  'notifications',
  {
    id: id(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id),
    kind: text('kind').notNull(),
    caseId: uuid('case_id').references(() => cases.id),
    data: jsonb('data').notNull().default({}),
    at: momentNow('at'),
    readAt: moment('read_at'),
  },
  (t) => [index('notifications_of_user').on(t.userId, t.readAt, t.id)],
)

/** A list's filters under a name of the user's own. */
export const savedViews = pgTable(
  'saved_views',
  {
    id: id(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id),
    screen: text('screen').notNull(),
    name: text('name').notNull(),
    query: text('query').notNull(),
    createdAt: momentNow('created_at'),
  },
  (t) => [index('saved_views_of_user').on(t.userId, t.screen)],
)
