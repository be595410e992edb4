/** How a committee scores: five questions, 0 to 5 points each. Pure. */

export const criteria = ['viability', 'experience', 'jobs', 'risk', 'socialValue'] as const
export type Criterion = (typeof criteria)[number]
export type Points = Record<Criterion, number>

export const mostPoints = criteria.length * 5

export const outcomes = ['recommended', 'waitlisted', 'returned', 'rejected'] as const
export type CommitteeOutcome = (typeof outcomes)[number]

/** Where the application goes from the committee. */
export const statusAfter = {
  recommended: 'pending_approval_1',
  waitlisted: 'waitlisted',
  returned: 'returned',
  rejected: 'rejected',
} as const satisfies Record<CommitteeOutcome, string>

export const totalOf = (points: Points) => criteria.reduce((sum, one) => sum + points[one], 0)

/** Mean of the members' sums in hundredths of a point, and the highest less the lowest; null without a score. */
export function resultOf(scores: readonly Points[]): { meanHundredths: number; spread: number } | null {
  if (scores.length === 0) return null
  const totals = scores.map(totalOf)
  const sum = totals.reduce((all, one) => all + one, 0)
  return {
    meanHundredths: Math.round((sum * 100) / totals.length),
    spread: Math.max(...totals) - Math.min(...totals),
  }
}

/** The fewest members who make an outcome. */
export const fewestScores = 3
