import type { Actor } from '../../auth/actor'
import { may } from '../../auth/roles'
import type { Permission } from '../../commands/command'
import type { Refusal } from '../../commands/result'

/** Finance and the manager of the programme propose, and agree to each other's proposals. */
export function canPropose(actor: Actor): boolean {
  return actor.programmes.includes('livelihoods') && may(actor, 'budgets.propose')
}

/** Finance alone says what a dollar was. */
export function canSetRate(actor: Actor): boolean {
  return actor.programmes.includes('livelihoods') && may(actor, 'payments.release')
}

/** Why this actor cannot decide a change; empty when they can. The database refuses the same (budget_change_rules). */
export function whyCannotDecideChange(actor: Actor, change: { proposedBy: string; outcome: string | null }): Refusal[] {
  if (change.outcome !== null) return [{ key: 'budgets.refused.not_now' }]
  return change.proposedBy === actor.userId ? [{ key: 'budgets.refused.second_person' }] : []
}

/** The same as a command's permission. */
export function canDecideChange(actor: Actor, change: { proposedBy: string; outcome: string | null }): Permission {
  if (!canPropose(actor)) return false
  const reasons = whyCannotDecideChange(actor, change)
  return reasons.length === 0 || reasons
}
