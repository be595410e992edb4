import { type Actor, type Placed, reaches } from '../../auth/actor'
import { deedsFrom } from '../../cases/machine'
import type { Permission } from '../../commands/command'
import { type Count, isWhole } from './domain'
import { type SupplyDeed, supplyMachine } from './machine'

export type Delivery = Placed & { programme: 'health'; status: string; items: readonly Count[] }

/** Change what is planned: whoever planned it, so that who approves has had no hand in it. */
export function canEdit(actor: Actor, delivery: Delivery): Permission {
  if (!reaches(actor, 'supplies.write', delivery)) return false
  if (delivery.status !== 'planned') return [{ key: 'referrals.refused.supply_fixed' }]
  return delivery.createdBy === actor.userId || [{ key: 'supplies.refused.not_planner' }]
}

/** What the receipt says decides whether a delivery is accepted or a discrepancy. */
function afterReceipt(delivery: Delivery, deed: SupplyDeed): Permission {
  if (deed === 'accept') return isWhole(delivery.items) || [{ key: 'supplies.refused.differs' }]
  if (deed === 'report_discrepancy') return !isWhole(delivery.items) || [{ key: 'supplies.refused.whole' }]
  return true
}

/** Whether this actor does a deed on this delivery, or why not. */
export function canDo(actor: Actor, delivery: Delivery, deed: SupplyDeed): Permission {
  const writes = reaches(actor, 'supplies.write', delivery)
  const approves = reaches(actor, 'supplies.approve', delivery)
  const isTheirs = deed === 'approve' || deed === 'close' ? approves : deed === 'cancel' ? writes || approves : writes
  if (!writes && !approves) return false
  if (!deedsFrom(supplyMachine, delivery.status).includes(deed)) return [{ key: 'referrals.refused.supply_not_now' }]
  if (!isTheirs) return [{ key: approves ? 'supplies.refused.staff_only' : 'supplies.refused.approver_only' }]
  if (deed === 'approve' && delivery.createdBy === actor.userId) return [{ key: 'referrals.refused.supply_own' }]
  return afterReceipt(delivery, deed)
}
