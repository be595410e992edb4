import { type Actor, type Placed, reaches } from '../auth/actor'

/** Whose documents of a case or person the actor may remove. */
export type Removal = 'all' | 'own' | 'none'

/**
 * Supervisors remove any document of their team, others what they added themselves. Only while the case is open, and
 * never once a decision has been taken on it: what was decided upon stays.
 */
export function removalOf(actor: Actor, home: Placed, state: { isOpen: boolean; isDecided: boolean }): Removal {
  if (!state.isOpen || state.isDecided) return 'none'
  return reaches(actor, 'cases.assign', home) ? 'all' : 'own'
}

/** Whether something that happened to a case was a decision on it: by convention such deeds begin with "decide". */
export function isDecision(event: { kind: string; data: unknown }): boolean {
  const { data } = event
  return (
    event.kind === 'moved' &&
    typeof data === 'object' &&
    data !== null &&
    'deed' in data &&
    typeof data.deed === 'string' &&
    data.deed.startsWith('decide')
  )
}
