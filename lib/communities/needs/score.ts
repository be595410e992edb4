/** What a scored need is judged by, each from 1 to 5. */
export const criteria = ['severity', 'people', 'urgency', 'feasibility'] as const
export type Criterion = (typeof criteria)[number]

/** How much each counts. Severity and urgency weigh more: what hurts now comes first. */
export const weights: Record<Criterion, number> = { severity: 3, people: 2, urgency: 3, feasibility: 2 }

export const leastPoints = 1
export const mostPoints = 5
/** The highest score that there is. */
export const mostScore = mostPoints * criteria.reduce((sum, one) => sum + weights[one], 0)

export type Points = Record<Criterion, number | null>
export type ScoreLine = { criterion: Criterion; points: number; weight: number; product: number }

/** The score line by line, as it is added up; null until every criterion has its points. The database adds up the same. */
export function explainScore(points: Points): { lines: ScoreLine[]; total: number } | null {
  const lines = criteria.flatMap((criterion) => {
    const given = points[criterion]
    const weight = weights[criterion]
    return given === null ? [] : [{ criterion, points: given, weight, product: given * weight }]
  })
  if (lines.length < criteria.length) return null
  return { lines, total: lines.reduce((sum, { product }) => sum + product, 0) }
}
