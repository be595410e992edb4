import { splitAmount } from './split'

/** A tranche as it is planned. */
export type ScheduleRow = { amountMinor: number; plannedOn: string; milestoneId: string | null }

/** A day so many months later; a day that the month does not have becomes its last one. */
export function monthsAfter(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10)
}

/**
 * A schedule to begin with: the first tranche on the first day, each next one when the milestone before it should be reached.
 * The n-th milestone hangs on the n-th tranche, and the next tranche waits for it.
 */
export function proposeSchedule(plan: {
  amountMinor: number
  percents: readonly number[]
  firstOn: string
  milestones: readonly { id: string; dueMonth: number }[]
  /** Minor units in one unit of the currency. */
  unit: number
}): ScheduleRow[] {
  const parts = splitAmount(plan.amountMinor, plan.percents, plan.unit)
  return parts.map((amountMinor, index) => {
    const before = plan.milestones[index - 1]
    return {
      amountMinor,
      plannedOn: index === 0 ? plan.firstOn : monthsAfter(plan.firstOn, before?.dueMonth ?? index),
      milestoneId: plan.milestones[index]?.id ?? null,
    }
  })
}
