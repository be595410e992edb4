import { and, asc, eq, sql } from 'drizzle-orm'
import { supplyDeliveries, supplyEvents, supplyItems } from '../../../db/schema/supplies'
import type { Placed } from '../../auth/actor'
import { canGo } from '../../cases/machine'
import type { Context } from '../../commands/command'
import { Conflict, refuse } from '../../commands/result'
import { newId } from '../../ids'
import type { Count } from './domain'
import { type SupplyDeed, type SupplyStatus, supplyMachine } from './machine'

/** A delivery as a command works on it, with what each line holds. */
export type LoadedDelivery = Placed & {
  id: string
  programme: 'health'
  status: string
  version: number
  createdBy: string
  dispatchedAt: Date | null
  items: (Count & { id: string; position: number })[]
}

/** `load` of every command on a delivery: locks it and insists that it is still as the form saw it. */
export async function loadDelivery(
  { tx }: Context,
  input: { deliveryId: string; version: number },
): Promise<LoadedDelivery | null> {
  const rows = await tx
    .select({
      id: supplyDeliveries.id,
      status: supplyDeliveries.status,
      version: supplyDeliveries.version,
      teamId: supplyDeliveries.teamId,
      districtPcode: supplyDeliveries.districtPcode,
      createdBy: supplyDeliveries.createdBy,
      dispatchedAt: supplyDeliveries.dispatchedAt,
    })
    .from(supplyDeliveries)
    .where(eq(supplyDeliveries.id, input.deliveryId))
    .for('update')
  const delivery = rows[0]
  if (!delivery) return null
  if (delivery.version !== input.version) throw new Conflict()
  const items = await tx
    .select({
      id: supplyItems.id,
      position: supplyItems.position,
      sent: supplyItems.sent,
      received: supplyItems.received,
      damaged: supplyItems.damaged,
    })
    .from(supplyItems)
    .where(eq(supplyItems.deliveryId, delivery.id))
    .orderBy(asc(supplyItems.position))
  return { ...delivery, caseworkerId: null, programme: 'health', items }
}

type Facts = Partial<
  Pick<
    typeof supplyDeliveries.$inferInsert,
    'approvedBy' | 'dispatchedAt' | 'carrier' | 'receivedOn' | 'receivedBy' | 'receiptRemark'
  >
>

/** Takes one step of the machine and writes down who took it. Throws Conflict when someone was faster. */
export async function moveDelivery(
  { tx, actor, now }: Context,
  delivery: Pick<LoadedDelivery, 'id' | 'status' | 'version'>,
  deed: SupplyDeed,
  to: SupplyStatus,
  facts: Facts = {},
  data: Record<string, string> = {},
): Promise<{ deliveryId: string }> {
  if (!canGo(supplyMachine, deed, delivery.status, to)) refuse('referrals.refused.supply_not_now')
  const moved = await tx
    .update(supplyDeliveries)
    .set({ ...facts, status: to, version: sql`${supplyDeliveries.version} + 1` })
    .where(and(eq(supplyDeliveries.id, delivery.id), eq(supplyDeliveries.version, delivery.version)))
    .returning({ id: supplyDeliveries.id })
  if (!moved[0]) throw new Conflict()
  await tx.insert(supplyEvents).values({
    id: newId(now),
    deliveryId: delivery.id,
    fromStatus: delivery.status,
    toStatus: to,
    actorId: actor.userId,
    at: now,
    data,
  })
  return { deliveryId: delivery.id }
}
