/** What a visit after the payment finds. Source: the programme's post-distribution monitoring form. */
export const receivedAnswers = ['full', 'partial', 'none', 'with_issues'] as const
export const businessStates = ['operating', 'paused', 'closed', 'relocated'] as const

/** After how many months a business is visited, counted from the first payment. */
export const visitMonths = [1, 3, 6, 12] as const
export type VisitMonth = (typeof visitMonths)[number]

/** How early a visit may be made, in days before it is due: earlier, it would not tell what it is meant to. */
export const earliestDays = 14

/** Whether something is to be followed up: it was not all received, or not without trouble. */
export function needsFollowUp(received: (typeof receivedAnswers)[number]): boolean {
  return received !== 'full'
}

/** Whether a visit due on a day may be made on another. Days are 'YYYY-MM-DD'. */
export function isTimeFor(dueOn: string, visitedOn: string): boolean {
  return Date.parse(visitedOn) >= Date.parse(dueOn) - earliestDays * 86_400_000
}
