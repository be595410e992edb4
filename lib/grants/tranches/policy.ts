import { type Actor, type Placed, reaches } from '../../auth/actor'
import { type Permission as Right, scopeOf } from '../../auth/roles'
import { deedsFrom } from '../../cases/machine'
import type { Permission } from '../../commands/command'
import type { Refusal } from '../../commands/result'
import { type TrancheStatus, trancheMachine } from './machine'

export type TrancheDeed = keyof (typeof trancheMachine)['deeds']

/** What the rules of payment need to know; for finance the database answers about the case itself (`tranche_standing`). */
export type TrancheFacts = {
  status: TrancheStatus
  channel: string | null
  payeeName: string
  milestoneId: string | null
  requestedBy: string | null
  authorisedBy: string | null
  caseStatus: string
  /** The actor prepared, verified or decided the grant, or belongs to the household. */
  hadPart: boolean
  /** The actor prepared the grant, or belongs to the household. */
  prepared: boolean
  /** An earlier tranche has a step to go. */
  beforeOpen: boolean
  hasReceipt: boolean
  /** Where the case lies; null when the actor does not see it. */
  placed: Placed | null
}

const rightOf: Record<TrancheDeed, Right> = {
  request: 'payments.request',
  authorise: 'payments.authorise',
  send_back: 'payments.authorise',
  release: 'payments.release',
  confirm_paid: 'payments.release',
  report_failed: 'payments.release',
  confirm_receipt: 'payments.confirm',
  verify_milestone: 'payments.confirm',
  recover: 'payments.release',
  write_off: 'payments.write_off',
  cancel: 'payments.suspend',
}

function holds(actor: Actor, right: Right, placed: Placed | null): boolean {
  if (scopeOf(actor.roles, right) === 'all') return actor.programmes.includes('livelihoods')
  return placed !== null && reaches(actor, right, placed)
}

/** Whether the deed is of the actor's role at all; what stands against it today, `whyCannot` says. */
export function mayEver(actor: Actor, deed: TrancheDeed, facts: TrancheFacts): boolean {
  if (deed === 'send_back' && facts.status === 'requested' && facts.requestedBy === actor.userId) return true
  return holds(actor, rightOf[deed], facts.placed)
}

const isPaying = (facts: TrancheFacts) => ['agreement_signed', 'disbursing'].includes(facts.caseStatus)

/**
 * Why this actor cannot take this step now; empty when they can. One sentence each, for the page and the command; the
 * database refuses the same (`tranche_rules`). Source: the programme's separation of duties.
 */
export function whyCannot(actor: Actor, deed: TrancheDeed, facts: TrancheFacts): Refusal[] {
  if (!deedsFrom(trancheMachine, facts.status).includes(deed)) return [{ key: 'payments.refused.not_now' }]
  const reasons: string[] = []
  if (['request', 'authorise', 'release'].includes(deed) && !isPaying(facts))
    reasons.push('payments.refused.case_not_paying')
  if (['authorise', 'release', 'write_off'].includes(deed) && facts.hadPart) reasons.push('payments.refused.had_a_part')
  switch (deed) {
    case 'request':
      if (facts.beforeOpen) reasons.push('payments.refused.milestone_open')
      break
    case 'authorise':
      if (facts.requestedBy === actor.userId) reasons.push('payments.refused.second_person')
      break
    case 'release':
      if ([facts.requestedBy, facts.authorisedBy].includes(actor.userId)) reasons.push('payments.refused.second_person')
      break
    case 'confirm_receipt':
      if (!facts.hasReceipt) reasons.push('payments.refused.no_receipt')
      break
    case 'verify_milestone':
      if (facts.milestoneId === null) reasons.push('payments.refused.no_milestone')
      else if (facts.prepared) reasons.push('payments.refused.milestone_owner')
      break
    case 'cancel':
      if (facts.caseStatus === 'approved') reasons.push('payments.refused.not_now')
      break
  }
  return reasons.map((key) => ({ key }))
}

/** The same as a command's permission. */
export function canTake(deed: TrancheDeed) {
  return (actor: Actor, facts: TrancheFacts): Permission => {
    if (!mayEver(actor, deed, facts)) return false
    const reasons = whyCannot(actor, deed, facts)
    return reasons.length === 0 || reasons
  }
}

/** Whether planned date, amount and payee may be changed: by who requests, before it is requested. */
export function canPlan(actor: Actor, facts: TrancheFacts): Permission {
  if (!holds(actor, 'payments.request', facts.placed)) return false
  return ['scheduled', 'failed'].includes(facts.status) || [{ key: 'payments.refused.payee_fixed' }]
}

/** The steps of the actor's role that follow from here, each with what stands against it. */
export function stepsOf(actor: Actor, facts: TrancheFacts): { deed: TrancheDeed; reasons: Refusal[] }[] {
  return deedsFrom(trancheMachine, facts.status)
    .filter((deed) => mayEver(actor, deed, facts) && !(deed === 'verify_milestone' && facts.milestoneId === null))
    .filter((deed) => deed !== 'cancel' || facts.caseStatus !== 'approved')
    .map((deed) => ({ deed, reasons: whyCannot(actor, deed, facts) }))
}
