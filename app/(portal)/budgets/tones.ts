import type { Tone } from '@/components/ui/tone'
import type { BudgetState } from '@/lib/grants/budgets/domain'

/** How the state of a source or a line looks. */
export const stateTone: Record<BudgetState, Tone> = {
  proposed: 'warning',
  active: 'good',
  closed: 'neutral',
  declined: 'danger',
}
