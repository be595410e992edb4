import { duplicateFlags } from '../../db/schema/identity'
import { holdersOf, notify } from '../cases/notify'
import type { Context } from '../commands/command'
import { Refused } from '../commands/result'
import { newId } from '../ids'
import type { KnownIdentity } from './identity'
import { findMatches, lockIdentity, type Match } from './identity-check'

/**
 * Searches the register under the lock and refuses when someone there may be this person and was not yet said to be
 * someone else. The refusal carries the cards to show (`matches`, JSON of MatchCard[]) and their `handles` to confirm.
 */
export async function checkRegister(
  context: Context,
  told: KnownIdentity,
  confirmed: readonly string[],
): Promise<Match[]> {
  const { tx, actor } = context
  const [, matches] = await Promise.all([lockIdentity(tx, told), findMatches(tx, actor, told)])
  if (matches.some(({ card }) => !confirmed.includes(card.handle))) {
    const cards = matches.map(({ card }) => card)
    const handles = cards.map(({ handle }) => handle).join(',')
    const params = { handles, matches: JSON.stringify(cards) }
    throw new Refused([{ key: 'people.refused.looksRegistered', params }])
  }
  return matches
}

/** Puts what was registered against a likely match before the supervisors of the team; "same" blocks until decided. */
export async function raiseFlags(
  context: Context,
  person: { id: string; teamId: string },
  matches: readonly Match[],
): Promise<void> {
  const { tx, actor, now } = context
  const raised = matches.filter(({ band }) => band === 'same' || band === 'likely')
  if (raised.length === 0) return
  const flags = await tx
    .insert(duplicateFlags)
    .values(
      raised.map((match) => ({
        id: newId(now),
        personId: person.id,
        otherPersonId: match.id,
        score: match.score,
        reasons: match.reasons,
        isBlocking: match.band === 'same',
        raisedBy: actor.userId,
        raisedAt: now,
      })),
    )
    .onConflictDoNothing()
    .returning({ id: duplicateFlags.id })
  if (flags.length === 0) return
  const supervisors = await holdersOf(context, 'supervisor', { teamId: person.teamId })
  await notify(context, supervisors, 'duplicate_raised', null, { personId: person.id })
}
