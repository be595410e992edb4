import type { Actor, Placed } from '../auth/actor'
import { reaches } from '../auth/actor'
import type { Permission as Right } from '../auth/roles'
import type { Permission } from '../commands/command'
import type { Refusal } from '../commands/result'
import { holdsMoney } from './machine'

/** What the rules of separation need to know of a grant. */
export type GrantParties = Placed & {
  status: string
  round: number
  submittedBy: string | null
  /** Everyone who ever was the case's caseworker. */
  caseworkers: readonly string[]
  verifiers: readonly string[]
  /** Colleagues who are, or live with, someone of the household. */
  kin: readonly string[]
  decisions: readonly { stage: number; round: number; decidedBy: string }[]
}

const no = (key: string): Refusal[] => [{ key }]

/** Whether the actor may do what needs this right on this grant: out of reach is a plain no. */
export function mayOn(actor: Actor, right: Right, grant: Placed): boolean {
  return reaches(actor, right, grant)
}

/**
 * Draft, submit and plan: the case's own caseworker, nobody else. A supervisor who wants to change an application takes the
 * case first, and then no longer decides it.
 */
export function canPrepare(actor: Actor, grant: Placed): Permission {
  if (!mayOn(actor, 'grants.write', grant)) return false
  return grant.caseworkerId === actor.userId || no('grants.refused.not_your_case')
}

/** Withdraw and cancel: the case's caseworker, or a supervisor of the team; once money is promised, only the supervisor. */
export function canEnd(actor: Actor, grant: Placed & { status: string }): Permission {
  if (mayOn(actor, 'cases.assign', grant)) return true
  const own = canPrepare(actor, grant)
  return own === true && holdsMoney(grant.status) ? no('grants.refused.supervisor_ends') : own
}

/** Everyone through whose hands the application went: they neither verify, decide nor pay it. */
export function handsOf(grant: GrantParties): (string | null)[] {
  return [grant.caseworkerId, grant.createdBy, grant.submittedBy, ...grant.caseworkers]
}

/**
 * A visit by someone through whose hands the application never went: who prepared it and passed it on is no other pair of
 * eyes. The database refuses the same (grant_verification_rules).
 */
export function canVerify(actor: Actor, grant: GrantParties): Permission {
  if (!mayOn(actor, 'grants.verify', grant)) return false
  if (grant.kin.includes(actor.userId)) return no('grants.refused.verifier_is_kin')
  const isOwner = handsOf(grant).includes(actor.userId)
  return isOwner ? no('grants.refused.verifier_is_owner') : true
}

const stageOf: Record<string, { stage: 1 | 2; right: Right }> = {
  pending_approval_1: { stage: 1, right: 'grants.decide_first' },
  pending_approval_2: { stage: 2, right: 'grants.decide_second' },
}

/** Which decision waits in this status, or null. */
export function pendingStage(status: string): 1 | 2 | null {
  return stageOf[status]?.stage ?? null
}

/**
 * Why this actor cannot decide this grant now; empty when they can. One sentence each, for the page and for the command;
 * the database refuses the same (grant_decision_rules). Source: the programme's separation of duties.
 */
export function whyCannotDecide(actor: Actor, grant: GrantParties): Refusal[] {
  const pending = stageOf[grant.status]
  if (!pending) return no('grants.refused.not_pending')
  const reasons: string[] = []
  if (!mayOn(actor, pending.right, grant) && !actor.standsIn.includes(pending.right))
    reasons.push(`grants.refused.not_stage_${pending.stage}`)
  if (grant.createdBy === actor.userId) reasons.push('grants.refused.decider_created')
  if (grant.submittedBy === actor.userId) reasons.push('grants.refused.decider_submitted')
  if (grant.caseworkers.includes(actor.userId)) reasons.push('grants.refused.decider_is_owner')
  if (grant.verifiers.includes(actor.userId)) reasons.push('grants.refused.decider_verified')
  if (grant.kin.includes(actor.userId)) reasons.push('grants.refused.decider_is_kin')
  const elsewhere = grant.decisions.some(
    (decision) =>
      decision.round === grant.round && decision.stage !== pending.stage && decision.decidedBy === actor.userId,
  )
  if (elsewhere) reasons.push('grants.refused.decided_other_stage')
  return reasons.map((key) => ({ key }))
}
