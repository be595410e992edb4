import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  check,
  date,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { defectSeverities, findings, projectKinds } from '../../lib/communities/projects/domain'
import { projectMachine } from '../../lib/communities/projects/machine'
import { communityNeeds } from './action-plans'
import { id, moment, momentNow, oneOf } from './columns'
import { locations } from './places'
import { teams, users } from './users'

const user = (name: string) => uuid(name).references(() => users.id)
const place = (name: string) =>
  text(name)
    .notNull()
    .references(() => locations.pcode)
const money = (name: string) => bigint(name, { mode: 'number' })

/** A light infrastructure project: a drainage station, a water network, a centre. */
export const projects = pgTable(
  'projects',
  {
    id: id(),
    /** Like `PRJ-2026-00001`. */
    reference: text('reference').notNull(),
    titleEn: text('title_en').notNull(),
    titleAr: text('title_ar').notNull(),
    kind: text('kind').notNull(),
    status: text('status').notNull(),
    teamId: uuid('team_id')
      .notNull()
      .references(() => teams.id),
    districtPcode: place('district_pcode'),
    locationPcode: place('location_pcode'),
    description: text('description').notNull().default(''),
    /** What the assessment found, why it comes first, and how it shall be built. */
    assessment: text('assessment').notNull().default(''),
    priority: text('priority').notNull().default(''),
    design: text('design').notNull().default(''),
    currency: text('currency').notNull(),
    approvedBy: user('approved_by'),
    approvedAt: moment('approved_at'),
    contractor: text('contractor').notNull().default(''),
    contractNumber: text('contract_number').notNull().default(''),
    contractValueMinor: money('contract_value_minor'),
    contractSignedOn: date('contract_signed_on'),
    worksEndOn: date('works_end_on'),
    /** Percent of the works as last inspected; kept by the database. */
    progress: smallint('progress').notNull().default(0),
    suspendedBecause: text('suspended_because').notNull().default(''),
    operator: text('operator').notNull().default(''),
    maintenance: text('maintenance').notNull().default(''),
    handedOverOn: date('handed_over_on'),
    liabilityEndsOn: date('liability_ends_on'),
    /** When the team was reminded that the contractor's liability ends soon. */
    liabilityToldAt: moment('liability_told_at'),
    /** What came of it for the people. */
    result: text('result').notNull().default(''),
    createdBy: user('created_by').notNull(),
    createdAt: momentNow('created_at'),
    version: integer('version').notNull().default(1),
  },
  (t) => [
    uniqueIndex('projects_reference').on(t.reference),
    index('projects_of_location').on(t.locationPcode, t.id), // a community's page
    index('projects_of_district').on(t.districtPcode, t.id), // the list of a district
    index('projects_of_status').on(t.status, t.id), // the list by status, figures
    index('projects_liability')
      .on(t.liabilityEndsOn)
      .where(sql`status = 'liability_period' and liability_told_at is null`), // the clock
    check('projects_kind', oneOf('kind', projectKinds)),
    check('projects_status', oneOf('status', projectMachine.states)),
    check('projects_currency', oneOf('currency', ['IQD', 'USD'])),
    check('projects_value', sql`contract_value_minor between 1 and 100000000000000`),
    check('projects_progress', sql`progress between 0 and 100`),
  ],
)

/** The bill of quantities. */
export const projectLines = pgTable(
  'project_lines',
  {
    id: id(),
    projectId: uuid('project_id')
      .notNull()
      .references(() => projects.id),
    position: smallint('position').notNull(),
    item: text('item').notNull(),
    unit: text('unit').notNull(),
    quantityThousandths: money('quantity_thousandths').notNull(),
    unitPriceMinor: money('unit_price_minor').notNull(),
    amountMinor: money('amount_minor')
      .notNull()
      .generatedAlwaysAs(sql`round(quantity_thousandths::numeric * unit_price_minor / 1000)::bigint`),
  },
  (t) => [
    uniqueIndex('project_lines_of_project').on(t.projectId, t.position),
    check('project_lines_quantity', sql`quantity_thousandths between 1 and 1000000000`),
    check('project_lines_price', sql`unit_price_minor between 1 and 1000000000000`),
    check('project_lines_amount', sql`quantity_thousandths::numeric * unit_price_minor / 1000 <= 100000000000000`),
  ],
)

/** What is paid to the contractor when the works have come so far. */
export const projectInstalments = pgTable(
  'project_instalments',
  {
    id: id(),
    projectId: uuid('project_id')
      .notNull()
      .references(() => projects.id),
    number: smallint('number').notNull(),
    /** Percent of the works from which on it is due. */
    percent: smallint('percent').notNull(),
    amountMinor: money('amount_minor').notNull(),
    paidOn: date('paid_on'),
    paymentReference: text('payment_reference').notNull().default(''),
    paidBy: user('paid_by'),
  },
  (t) => [
    uniqueIndex('project_instalments_of_project').on(t.projectId, t.number),
    check('project_instalments_percent', sql`percent between 1 and 100`),
    check('project_instalments_amount', sql`amount_minor between 1 and 100000000000000`),
    check('project_instalments_paid', sql`(paid_on is null) = (payment_reference = '')`),
  ],
)

/** A visit to the site: how far the works are. What was found stands in its items. */
export const projectInspections = pgTable(
  'project_inspections',
  {
    id: id(),
    projectId: uuid('project_id')
      .notNull()
      .references(() => projects.id),
    inspectedOn: date('inspected_on').notNull(),
    progress: smallint('progress').notNull(),
    remark: text('remark').notNull().default(''),
    createdBy: user('created_by').notNull(),
    createdAt: momentNow('created_at'),
  },
  (t) => [
    index('project_inspections_of_project').on(t.projectId, t.inspectedOn),
    check('project_inspections_progress', sql`progress between 0 and 100`),
  ],
)

export const inspectionItems = pgTable(
  'inspection_items',
  {
    inspectionId: uuid('inspection_id')
      .notNull()
      .references(() => projectInspections.id),
    position: smallint('position').notNull(),
    item: text('item').notNull(),
    finding: text('finding').notNull(),
    remark: text('remark').notNull().default(''),
  },
  (t) => [
    primaryKey({ columns: [t.inspectionId, t.position] }),
    check('inspection_items_finding', oneOf('finding', findings)),
    check('inspection_items_said', sql`finding <> 'defect' or remark <> ''`),
  ],
)

/** Something that the contractor has to put right. */
export const projectDefects = pgTable(
  'project_defects',
  {
    id: id(),
    projectId: uuid('project_id')
      .notNull()
      .references(() => projects.id),
    inspectionId: uuid('inspection_id').references(() => projectInspections.id),
    description: text('description').notNull(),
    severity: text('severity').notNull(),
    fixBy: date('fix_by').notNull(),
    fixedOn: date('fixed_on'),
    note: text('note').notNull().default(''),
    createdBy: user('created_by').notNull(),
    createdAt: momentNow('created_at'),
  },
  (t) => [
    index('project_defects_of_project').on(t.projectId, t.fixedOn),
    check('project_defects_severity', oneOf('severity', defectSeverities)),
  ],
)

/** Whom the project serves, by sex, age and disability. Counts as the community knows them; no names. */
export const projectServed = pgTable(
  'project_served',
  {
    projectId: uuid('project_id')
      .notNull()
      .references(() => projects.id),
    sex: text('sex').notNull(),
    ageBand: text('age_band').notNull(),
    hasDisability: boolean('has_disability').notNull(),
    count: integer('count').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.projectId, t.sex, t.ageBand, t.hasDisability] }),
    check('project_served_sex', oneOf('sex', ['female', 'male'])),
    check('project_served_count', sql`count between 1 and 1000000`),
  ],
)

/** Which needs a project answers. */
export const projectNeeds = pgTable(
  'project_needs',
  {
    projectId: uuid('project_id')
      .notNull()
      .references(() => projects.id),
    needId: uuid('need_id')
      .notNull()
      .references(() => communityNeeds.id),
    createdBy: user('created_by').notNull(),
    createdAt: momentNow('created_at'),
  },
  (t) => [primaryKey({ columns: [t.projectId, t.needId] }), index('project_needs_of_need').on(t.needId)],
)
