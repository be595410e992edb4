import { type Actor, type Placed, reaches } from '../../auth/actor'

type OfPolicing = Placed & { programme: 'policing' }

/** Write down and follow concerns: anyone of the forum's team. */
export function canWrite(actor: Actor, record: OfPolicing): boolean {
  return reaches(actor, 'concerns.write', record)
}

/** Decide what becomes of a concern that was raised: the team's supervisors. The database asks the same. */
export function canTriage(actor: Actor, record: OfPolicing): boolean {
  return reaches(actor, 'concerns.triage', record)
}
