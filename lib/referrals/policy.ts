import { type Actor, type Placed, reaches } from '../auth/actor'
import type { Permission } from '../commands/command'

type OfHealth = Placed & { programme: 'health' }

/** Write and send a draft: the case's own caseworker. */
export function canPrepare(actor: Actor, referral: OfHealth): Permission {
  if (!reaches(actor, 'referrals.write', referral)) return false
  return referral.caseworkerId === actor.userId || [{ key: 'referrals.refused.not_your_case' }]
}

/** Record what a facility did, an attempt or what the person says: anyone of the team, since whoever is there takes the call. */
export function canRecord(actor: Actor, referral: OfHealth): boolean {
  return reaches(actor, 'referrals.write', referral)
}

/**
 * Read and write the medical facts: whoever has the case, or made it while nobody has it, and the health supervisors of
 * its team. The database asks the same (app_reads_clinical).
 */
export function canReadClinical(actor: Actor, referral: OfHealth): boolean {
  if (!reaches(actor, 'clinical.read', referral)) return false
  if (actor.roles.includes('supervisor') && actor.teams.includes(referral.teamId)) return true
  return (referral.caseworkerId ?? referral.createdBy) === actor.userId
}
