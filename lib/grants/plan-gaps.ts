import type { Refusal } from '../commands/result'
import { planTotal } from './plan-total'

/** What the rules of a complete plan look at. */
export type PlanFacts = {
  form: string
  amountMinor: number
  ownContributionMinor: number
  lines: readonly { quantity: number; unitPriceMinor: number; supplier: string; quote: string }[]
  months: readonly unknown[]
  milestones: readonly unknown[]
  trancheSplit: readonly number[]
}

/** How many milestones a plan needs: each tranche after the first waits for one. */
export function milestonesNeeded(trancheSplit: readonly number[]): number {
  return Math.max(0, trancheSplit.length - 1)
}

/** What a plan still lacks before it goes to the committee; empty when it is complete. */
export function planGaps(plan: PlanFacts): Refusal[] {
  const gaps: Refusal[] = []
  if (planTotal(plan.lines) < plan.amountMinor + plan.ownContributionMinor) gaps.push({ key: 'plan.refused.too_small' })
  if (plan.form === 'in_kind' && plan.lines.some((line) => !line.supplier || !line.quote))
    gaps.push({ key: 'plan.refused.no_quote' })
  if (plan.months.length < 12)
    gaps.push({ key: 'plan.refused.no_cash_flow', params: { missing: 12 - plan.months.length } })
  const missing = milestonesNeeded(plan.trancheSplit) - plan.milestones.length
  if (missing > 0) gaps.push({ key: 'plan.refused.no_milestones', params: { missing } })
  return gaps
}
