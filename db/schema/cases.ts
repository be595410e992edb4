import { sql } from 'drizzle-orm'
import { check, date, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { programmeCases } from '../../lib/programmes'
import { id, moment, momentNow, oneOf } from './columns'
import { people } from './people'
import { locations } from './places'
import { teams, users } from './users'

/** Only real pairs of programme and status, built from the machines. */
const realStatus = programmeCases
  .map(
    ({ programme, machine }) =>
      `(programme = '${programme}' and status in (${machine.states.map((s) => `'${s}'`).join(', ')}))`,
  )
  .join(' or ')

/** A case that still asks for work: what My work and the overdue lists walk. `transition` sets the moment with the status. */
const isOpen = sql`closed_at is null`

/** One thing we do for someone. A column enters only when all programmes write it and a shared screen reads it. */
export const cases = pgTable(
  'cases',
  {
    id: id(),
    reference: text('reference').notNull(),
    programme: text('programme').notNull(),
    status: text('status').notNull(),
    caseworkerId: uuid('caseworker_id').references(() => users.id),
    teamId: uuid('team_id')
      .notNull()
      .references(() => teams.id),
    districtPcode: text('district_pcode')
      .notNull()
      .references(() => locations.pcode),
    locationPcode: text('location_pcode')
      .notNull()
      .references(() => locations.pcode),
    priority: text('priority').notNull().default('normal'),
    dueOn: date('due_on'),
    openedAt: momentNow('opened_at'),
    statusAt: momentNow('status_at'),
    closedAt: moment('closed_at'),
    createdBy: uuid('created_by')
      .notNull()
      .references(() => users.id),
    version: integer('version').notNull().default(1),
  },
  (t) => [
    uniqueIndex('cases_reference').on(t.reference), // search by reference
    index('cases_of_team').on(t.programme, t.teamId, t.id), // list of a team, newest first
    index('cases_of_team_status').on(t.programme, t.teamId, t.status, t.id), // the same list, filtered by status
    index('cases_all').on(t.programme, t.id), // list with scope "all"
    index('cases_all_status').on(t.programme, t.status, t.id), // the same, filtered by status
    index('cases_of_district').on(t.programme, t.districtPcode, t.id), // list with scope "area"
    index('cases_of_caseworker').on(t.caseworkerId, t.dueOn).where(isOpen), // My work
    index('cases_mine').on(t.programme, t.caseworkerId, t.id), // list, only mine
    index('cases_of_creator').on(t.createdBy, t.id).where(sql`caseworker_id is null`), // "own" scope, unassigned
    index('cases_to_do').on(t.teamId, t.status, t.dueOn).where(isOpen), // My work: to decide, to verify, overdue
    index('cases_policing')
      .on(t.id, t.programme, t.status, t.teamId, t.districtPcode, t.closedAt)
      .where(sql`programme = 'policing'`), // figures of concerns read it alone
    index('cases_of_place').on(t.districtPcode, t.locationPcode, t.programme, t.status), // a community's page counts from it alone
    check('cases_status_real', sql.raw(realStatus)),
    check('cases_priority', oneOf('priority', ['low', 'normal', 'high', 'urgent'])),
  ],
)

/** What happened to a case. Written by the machinery only; cannot be changed or deleted by the app. */
export const caseEvents = pgTable(
  'case_events',
  {
    id: id(),
    caseId: uuid('case_id')
      .notNull()
      .references(() => cases.id),
    kind: text('kind').notNull(),
    fromStatus: text('from_status'),
    toStatus: text('to_status'),
    actorId: uuid('actor_id').references(() => users.id),
    at: momentNow('at'),
    commandId: uuid('command_id'),
    version: integer('version').notNull(),
    data: jsonb('data').notNull().default({}),
  },
  (t) => [index('case_events_of_case').on(t.caseId, t.id)],
)

export const caseAssignments = pgTable(
  'case_assignments',
  {
    id: id(),
    caseId: uuid('case_id')
      .notNull()
      .references(() => cases.id),
    caseworkerId: uuid('caseworker_id').references(() => users.id),
    teamId: uuid('team_id')
      .notNull()
      .references(() => teams.id),
    assignedBy: uuid('assigned_by')
      .notNull()
      .references(() => users.id),
    fromAt: momentNow('from_at'),
    toAt: moment('to_at'),
  },
  (t) => [
    uniqueIndex('case_assignments_current').on(t.caseId).where(sql`to_at is null`),
    index('case_assignments_of_case').on(t.caseId, t.fromAt),
  ],
)

/** A case offered to someone else, who accepts or declines. */
export const caseTransfers = pgTable(
  'case_transfers',
  {
    id: id(),
    caseId: uuid('case_id')
      .notNull()
      .references(() => cases.id),
    fromUserId: uuid('from_user_id').references(() => users.id),
    toUserId: uuid('to_user_id')
      .notNull()
      .references(() => users.id),
    toTeamId: uuid('to_team_id')
      .notNull()
      .references(() => teams.id),
    reason: text('reason').notNull(),
    state: text('state').notNull().default('pending'),
    requestedBy: uuid('requested_by')
      .notNull()
      .references(() => users.id),
    requestedAt: momentNow('requested_at'),
    answeredAt: moment('answered_at'),
    answerReason: text('answer_reason'),
  },
  (t) => [
    uniqueIndex('case_transfers_pending').on(t.caseId).where(sql`state = 'pending'`),
    index('case_transfers_to').on(t.toUserId).where(sql`state = 'pending'`), // My work: offered to me
    check('case_transfers_state', oneOf('state', ['pending', 'accepted', 'declined', 'cancelled'])),
  ],
)

export const notes = pgTable(
  'notes',
  {
    id: id(),
    caseId: uuid('case_id')
      .notNull()
      .references(() => cases.id),
    body: text('body').notNull(),
    authorId: uuid('author_id')
      .notNull()
      .references(() => users.id),
    at: momentNow('at'),
  },
  (t) => [index('notes_of_case').on(t.caseId, t.id)],
)

export const tasks = pgTable(
  'tasks',
  {
    id: id(),
    caseId: uuid('case_id')
      .notNull()
      .references(() => cases.id),
    title: text('title').notNull(),
    assigneeId: uuid('assignee_id')
      .notNull()
      .references(() => users.id),
    dueOn: date('due_on').notNull(),
    createdBy: uuid('created_by')
      .notNull()
      .references(() => users.id),
    createdAt: momentNow('created_at'),
    doneAt: moment('done_at'),
    doneBy: uuid('done_by').references(() => users.id),
  },
  (t) => [
    index('tasks_of_case').on(t.caseId, t.id),
    index('tasks_open').on(t.assigneeId, t.dueOn).where(sql`done_at is null`), // My work: today, overdue
  ],
)

/** A file kept with a case or a person; the bytes lie under `storage_key` outside the web root. */
export const documents = pgTable(
  'documents',
  {
    id: id(),
    caseId: uuid('case_id').references(() => cases.id),
    personId: uuid('person_id').references(() => people.id),
    /** Set when the file is evidence of a payment, which finance reads too; see schema/tranches. */
    trancheId: uuid('tranche_id'),
    /** Of a community's action plan, or of a project; see schema/action-plans and schema/projects. */
    planId: uuid('plan_id'),
    projectId: uuid('project_id'),
    /** Of a photo of a project: taken before, during or after the works. */
    phase: text('phase'),
    kind: text('kind').notNull(),
    fileName: text('file_name').notNull(),
    mediaType: text('media_type').notNull(),
    sizeBytes: integer('size_bytes').notNull(),
    sha256: text('sha256').notNull(),
    storageKey: text('storage_key').notNull(),
    uploadedBy: uuid('uploaded_by')
      .notNull()
      .references(() => users.id),
    uploadedAt: momentNow('uploaded_at'),
  },
  (t) => [
    index('documents_of_case').on(t.caseId, t.id),
    index('documents_of_person').on(t.personId, t.id),
    index('documents_of_tranche').on(t.trancheId).where(sql`tranche_id is not null`),
    check('documents_tranche_of_case', sql`tranche_id is null or case_id is not null`),
    index('documents_of_plan').on(t.planId, t.id).where(sql`plan_id is not null`),
    index('documents_of_project').on(t.projectId, t.id).where(sql`project_id is not null`),
    check('documents_phase', sql`phase is null or (project_id is not null and phase in ('before', 'during', 'after'))`),
    check('documents_one_home', sql`num_nonnulls(case_id, person_id, plan_id, project_id) = 1`),
  ],
)
