import { type Actor, type Placed, reaches } from '../auth/actor'

/** Keep a plan, a need or a project: anyone of its team, whatever the programme. */
export function canKeep(actor: Actor, record: Placed): boolean {
  return reaches(actor, 'communities.write', record)
}
