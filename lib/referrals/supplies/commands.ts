import { eq, sql } from 'drizzle-orm'
import type * as z from 'zod/mini'
import { supplyDeliveries, supplyEvents, supplyItems } from '../../../db/schema/supplies'
import type { Actor } from '../../auth/actor'
import { may } from '../../auth/roles'
import { type Context, command } from '../../commands/command'
import { Conflict, InvalidField, NotFound } from '../../commands/result'
import { baghdadDay } from '../../format'
import { newId } from '../../ids'
import { placeOf } from '../consultations/load'
import { type LoadedDelivery, loadDelivery, moveDelivery } from './load'
import type { SupplyDeed } from './machine'
import { canDo, canEdit } from './policy'
import {
  cancelSchema,
  closeSchema,
  deliveryRefSchema,
  discrepancySchema,
  dispatchSchema,
  editDeliverySchema,
  planDeliverySchema,
  receiveSchema,
} from './schemas'

type Planned = z.infer<typeof planDeliverySchema>

async function writeItems({ tx, now }: Context, deliveryId: string, items: Planned['items']): Promise<void> {
  await tx
    .insert(supplyItems)
    .values(items.map((item, at) => ({ id: newId(now), deliveryId, position: at + 1, ...item })))
}

async function writeEvent({ tx, actor, now }: Context, deliveryId: string, fromStatus: string | null): Promise<void> {
  await tx
    .insert(supplyEvents)
    .values({ id: newId(now), deliveryId, fromStatus, toStatus: 'planned', actorId: actor.userId, at: now })
}

/** Plans a delivery to a facility; someone else approves it. */
export const planDelivery = command({
  name: 'supplies.plan',
  input: planDeliverySchema,
  allow: (actor) => may(actor, 'supplies.write'),
  async run(context, { items, ...input }) {
    const { tx, actor, now } = context
    const place = await placeOf(tx, actor, input.facilityId, input.plannedOn)
    const deliveryId = newId(now)
    const year = Number(baghdadDay(now).slice(0, 4))
    await tx.insert(supplyDeliveries).values({
      id: deliveryId,
      reference: sql`next_reference('SUP', ${year}::integer)`,
      status: 'planned',
      ...input,
      ...place,
      createdBy: actor.userId,
      createdAt: now,
    })
    await writeItems(context, deliveryId, items)
    await writeEvent(context, deliveryId, null)
    return { deliveryId }
  },
})

/** Changes what is planned, while nobody has approved it. */
export const editDelivery = command({
  name: 'supplies.edit',
  input: editDeliverySchema,
  load: loadDelivery,
  allow: canEdit,
  async run(context, { items, deliveryId, version: _version, ...input }, delivery) {
    const { tx, actor } = context
    const { districtPcode } = await placeOf(tx, actor, input.facilityId, input.plannedOn)
    await tx
      .update(supplyDeliveries)
      .set({ ...input, districtPcode, version: sql`${supplyDeliveries.version} + 1` })
      .where(eq(supplyDeliveries.id, deliveryId))
    await tx.delete(supplyItems).where(eq(supplyItems.deliveryId, deliveryId))
    await writeItems(context, deliveryId, items)
    await writeEvent(context, deliveryId, delivery.status)
    return { deliveryId }
  },
})

const allow = (deed: SupplyDeed) => (actor: Actor, delivery: LoadedDelivery) => canDo(actor, delivery, deed)

/** Agrees to what someone else planned. */
export const approveDelivery = command({
  name: 'supplies.approve',
  input: deliveryRefSchema,
  load: loadDelivery,
  allow: allow('approve'),
  run: (context, _input, delivery) =>
    moveDelivery(context, delivery, 'approve', 'approved', { approvedBy: context.actor.userId }),
})

/** Hands the delivery to who carries it. */
export const dispatchDelivery = command({
  name: 'supplies.dispatch',
  input: dispatchSchema,
  load: loadDelivery,
  allow: allow('dispatch'),
  run: (context, { carrier }, delivery) =>
    moveDelivery(context, delivery, 'dispatch', 'dispatched', { carrier, dispatchedAt: context.now }),
})

/** Writes down what came, line by line, as the facility signed for it. */
export const receiveDelivery = command({
  name: 'supplies.receive',
  input: receiveSchema,
  load: loadDelivery,
  allow: allow('receive'),
  async run(context, { receivedOn, receivedBy, receiptRemark, items }, delivery) {
    const { tx, now } = context
    if (receivedOn > baghdadDay(now)) throw new InvalidField({ receivedOn: 'errors.dateFuture' })
    if (delivery.dispatchedAt && receivedOn < baghdadDay(delivery.dispatchedAt))
      throw new InvalidField({ receivedOn: 'supplies.errors.beforeDispatch' })
    const known = new Map(delivery.items.map((item) => [item.id, item]))
    if (items.length !== known.size || items.some((item) => !known.has(item.itemId))) throw new NotFound()
    const much = items.findIndex((item) => item.received > (known.get(item.itemId)?.sent ?? 0))
    if (much >= 0) throw new InvalidField({ [`items.${much}.received`]: 'supplies.errors.moreThanSent' })
    const moved = await moveDelivery(context, delivery, 'receive', 'received', {
      receivedOn,
      receivedBy,
      receiptRemark,
    })
    const written = await tx.execute(sql`
      update supply_items i set received = r.received, damaged = r.damaged, remark = r.remark
      from jsonb_to_recordset(${JSON.stringify(items)}::jsonb) r("itemId" uuid, received integer, damaged integer, remark text)
      where i.id = r."itemId" and i.delivery_id = ${delivery.id}::uuid returning i.id`)
    if (written.length !== items.length) throw new Conflict()
    return moved
  },
})

/** Everything came, and whole. */
export const acceptDelivery = command({
  name: 'supplies.accept',
  input: deliveryRefSchema,
  load: loadDelivery,
  allow: allow('accept'),
  run: (context, _input, delivery) => moveDelivery(context, delivery, 'accept', 'accepted'),
})

/** Something is missing or damaged. */
export const reportDiscrepancy = command({
  name: 'supplies.report_discrepancy',
  input: discrepancySchema,
  load: loadDelivery,
  allow: allow('report_discrepancy'),
  run: (context, { why }, delivery) =>
    moveDelivery(context, delivery, 'report_discrepancy', 'discrepancy', {}, { why }),
})

/** Ends a delivery; after a discrepancy with how it was settled. */
export const closeDelivery = command({
  name: 'supplies.close',
  input: closeSchema,
  load: loadDelivery,
  allow: allow('close'),
  async run(context, { settled }, delivery) {
    if (delivery.status === 'discrepancy' && settled === '')
      throw new InvalidField({ settled: 'supplies.errors.settled' })
    return moveDelivery(context, delivery, 'close', 'closed', {}, settled ? { why: settled } : {})
  },
})

/** Stops a delivery that has not left. */
export const cancelDelivery = command({
  name: 'supplies.cancel',
  input: cancelSchema,
  load: loadDelivery,
  allow: allow('cancel'),
  run: (context, { why }, delivery) => moveDelivery(context, delivery, 'cancel', 'cancelled', {}, { why }),
})
