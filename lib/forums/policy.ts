import { type Actor, reaches } from '../auth/actor'
import { deedsFrom } from '../cases/machine'
import type { Permission } from '../commands/command'
import type { LoadedForum } from './load'
import { type ForumDeed, forumMachine } from './machine'

/** Keep a forum's facts, members, sessions and actions: anyone of its team. */
export function canKeep(actor: Actor, forum: LoadedForum): boolean {
  return reaches(actor, 'forums.write', forum)
}

/** Deeds that a supervisor or the programme manager does; the rest is the team's. */
const approvers: readonly ForumDeed[] = ['endorse', 'hand_over', 'close']

/** Whether this actor takes a step with a forum, or why not. The database asks the same. */
export function canMove(actor: Actor, forum: LoadedForum, deed: ForumDeed): Permission {
  const keeps = canKeep(actor, forum)
  const approves = reaches(actor, 'forums.approve', forum)
  if (!keeps && !approves) return false
  if (!deedsFrom(forumMachine, forum.status).includes(deed)) return [{ key: 'cases.refused.not_now' }]
  if (approvers.includes(deed) && !approves) return [{ key: 'forums.refused.approver_only' }]
  if (!approvers.includes(deed) && !keeps) return [{ key: 'forums.refused.team_only' }]
  if (deed === 'endorse' && forum.createdBy === actor.userId) return [{ key: 'forums.refused.own_forum' }]
  if (deed === 'activate' && !forum.termsAdoptedOn) return [{ key: 'forums.refused.no_terms' }]
  return true
}
