import { sql } from 'drizzle-orm'
import { check, date, index, integer, jsonb, pgTable, smallint, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { supplyKinds, supplyMachine } from '../../lib/referrals/supplies/machine'
import { id, moment, momentNow, oneOf } from './columns'
import { facilities } from './facilities'
import { locations } from './places'
import { teams, users } from './users'

/** A delivery of medicine and equipment to a facility. */
export const supplyDeliveries = pgTable(
  'supply_deliveries',
  {
    id: id(),
    /** `SUP-2026-00001`. */
    reference: text('reference').notNull(),
    facilityId: uuid('facility_id')
      .notNull()
      .references(() => facilities.id),
    teamId: uuid('team_id')
      .notNull()
      .references(() => teams.id),
    districtPcode: text('district_pcode')
      .notNull()
      .references(() => locations.pcode),
    status: text('status').notNull(),
    plannedOn: date('planned_on').notNull(),
    remark: text('remark').notNull().default(''),
    createdBy: uuid('created_by')
      .notNull()
      .references(() => users.id),
    createdAt: momentNow('created_at'),
    approvedBy: uuid('approved_by').references(() => users.id),
    dispatchedAt: moment('dispatched_at'),
    /** Who drove it, and in what. */
    carrier: text('carrier').notNull().default(''),
    receivedOn: date('received_on'),
    /** Who signed for it at the facility. */
    receivedBy: text('received_by').notNull().default(''),
    receiptRemark: text('receipt_remark').notNull().default(''),
    version: integer('version').notNull().default(1),
  },
  (t) => [
    uniqueIndex('supply_deliveries_reference').on(t.reference),
    index('supply_deliveries_of_team').on(t.teamId, t.id), // list of a team, newest first
    index('supply_deliveries_of_facility').on(t.facilityId, t.id), // a facility's page
    check('supply_deliveries_status', oneOf('status', supplyMachine.states)),
  ],
)

export const supplyItems = pgTable(
  'supply_items',
  {
    id: id(),
    deliveryId: uuid('delivery_id')
      .notNull()
      .references(() => supplyDeliveries.id),
    position: smallint('position').notNull(),
    kind: text('kind').notNull(),
    name: text('name').notNull(),
    /** Strength of a medicine, model of a device. */
    strengthOrModel: text('strength_or_model').notNull().default(''),
    /** Batch of a medicine, serial number of a device. */
    batchOrSerial: text('batch_or_serial').notNull(),
    expiresOn: date('expires_on'),
    unit: text('unit').notNull(),
    sent: integer('sent').notNull(),
    received: integer('received'),
    damaged: integer('damaged'),
    remark: text('remark').notNull().default(''),
  },
  (t) => [
    uniqueIndex('supply_items_of_delivery').on(t.deliveryId, t.position),
    index('supply_items_expiry').on(t.expiresOn).where(sql`expires_on is not null`), // expiry watch
    check('supply_items_kind', oneOf('kind', supplyKinds)),
    check('supply_items_sent', sql`sent between 1 and 10000000`),
    check('supply_items_received', sql`received >= 0 and damaged between 0 and received`),
    check('supply_items_expiry_known', sql`kind <> 'medicine' or expires_on is not null`),
  ],
)

/** What happened to a delivery; written with each step, never changed. */
export const supplyEvents = pgTable(
  'supply_events',
  {
    id: id(),
    deliveryId: uuid('delivery_id')
      .notNull()
      .references(() => supplyDeliveries.id),
    fromStatus: text('from_status'),
    toStatus: text('to_status').notNull(),
    actorId: uuid('actor_id').references(() => users.id),
    at: momentNow('at'),
    data: jsonb('data').notNull().default({}),
  },
  (t) => [index('supply_events_of_delivery').on(t.deliveryId, t.id)],
)
