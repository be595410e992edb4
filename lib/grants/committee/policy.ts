import type { Actor } from '../../auth/actor'
import { reaches } from '../../auth/actor'
import type { Refusal } from '../../commands/result'
import { type GrantParties, handsOf, mayOn } from '../policy'

export type ItemForMember = {
  grant: GrantParties
  isMember: boolean
  isRecorded: boolean
  declaration: { hasConflict: boolean } | null
  hasScored: boolean
}

/**
 * Why this actor does not score this application; empty when they may. One sentence each, for the page and for the command;
 * the database refuses the same (committee_score_rules).
 */
export function whyCannotScore(actor: Actor, item: ItemForMember): Refusal[] {
  const { grant } = item
  if (!item.isMember) return [{ key: 'committee.refused.not_a_member' }]
  const reasons: string[] = []
  if (item.isRecorded || grant.status !== 'committee_review') reasons.push('committee.refused.recorded')
  if (handsOf(grant).includes(actor.userId)) reasons.push('committee.refused.is_owner')
  if (grant.verifiers.includes(actor.userId)) reasons.push('committee.refused.has_verified')
  if (grant.kin.includes(actor.userId)) reasons.push('committee.refused.is_kin')
  if (item.declaration?.hasConflict) reasons.push('committee.refused.declared_conflict')
  if (item.hasScored) reasons.push('committee.refused.has_scored')
  return reasons.map((key) => ({ key }))
}

/** Convening, recording and closing: a supervisor of the team. */
export function mayConvene(
  actor: Actor,
  meeting: { teamId: string; districtPcode: string; convenedBy: string },
): boolean {
  return reaches(actor, 'committee.convene', {
    ...meeting,
    caseworkerId: null,
    createdBy: meeting.convenedBy,
    programme: 'livelihoods',
  })
}

/** Whether the actor records what the committee said: a supervisor of the application's team. Recording is not deciding. */
export function mayRecord(actor: Actor, grant: GrantParties): boolean {
  return mayOn(actor, 'committee.convene', grant)
}
