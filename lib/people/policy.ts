import type { Actor, Placed } from '../auth/actor'
import { reaches } from '../auth/actor'
import { may } from '../auth/roles'
import type { Permission } from '../commands/command'

/** Register someone, into a team of one's own. */
export function canRegister(actor: Actor): boolean {
  return may(actor, 'people.write') && actor.teams.length > 0
}

/** Search the whole register for minimal cards before registering. */
export function canSearchRegister(actor: Actor): boolean {
  return may(actor, 'register.search')
}

/** Change what is written about a person: anyone of the team who may write people. */
export function canEdit(actor: Actor, person: Placed): boolean {
  return reaches(actor, 'people.write', person)
}

/** Say whether two records are one person: a supervisor of the newer record's team, not who registered it. */
export function canDecideDuplicate(actor: Actor, flag: Placed & { raisedBy: string }): Permission {
  if (!reaches(actor, 'people.resolve_duplicates', flag)) return false
  return flag.raisedBy === actor.userId ? [{ key: 'people.refused.ownFlag' }] : true
}
