/** The words of actions and the clocks of escalation. Pure. Source of the lists: the programme's workflow. */

export const ownerKinds = ['person', 'organisation'] as const
export type OwnerKind = (typeof ownerKinds)[number]

/** Who is asked: the forum itself, then the authorities above it. */
export const actionLevels = ['forum', 'district', 'governorate'] as const
export type ActionLevel = (typeof actionLevels)[number]

/** Days in which a level is expected to answer what was escalated to it. */
export const answerDays: Record<Exclude<ActionLevel, 'forum'>, number> = { district: 14, governorate: 30 }

/** States in which an action still waits for somebody. */
export const waitingStatuses = ['open', 'in_progress', 'blocked'] as const

/** Whether an action should have been done by now. Days as `YYYY-MM-DD`. Derived, never stored. */
export function isOverdue(action: { status: string; dueOn: string }, today: string): boolean {
  return waitingStatuses.some((status) => status === action.status) && action.dueOn < today
}

/** The next level up, or null at the top. */
export function levelAbove(level: ActionLevel): Exclude<ActionLevel, 'forum'> | null {
  return level === 'forum' ? 'district' : level === 'district' ? 'governorate' : null
}
