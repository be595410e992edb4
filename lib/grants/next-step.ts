import type { Actor } from '../auth/actor'
import type { LoadedGrant } from './load'
import type { GrantStatus } from './machine'
import { canPrepare, canVerify, mayOn, whyCannotDecide } from './policy'

export type NextStep = {
  /** Where the grant stands; `grants.next.*` says what is to be done there. */
  status: OpenStatus
  /** Who must do it. */
  who: 'you' | 'caseworker' | 'someone' | 'other' | 'supervisor' | 'manager' | 'committee' | 'nobody'
  /** Whether it is this actor's to do. */
  isMine: boolean
}

const whose = {
  draft: 'caseworker',
  returned: 'caseworker',
  training: 'caseworker',
  business_plan: 'caseworker',
  committee_review: 'committee',
  waitlisted: 'nobody',
  submitted: 'someone',
  screening: 'someone',
  verification: 'other',
  pending_approval_1: 'supervisor',
  pending_approval_2: 'manager',
  approved: 'caseworker',
  agreement_signed: 'caseworker',
  disbursing: 'someone',
  suspended: 'supervisor',
  monitoring: 'caseworker',
} as const satisfies Partial<Record<GrantStatus, NextStep['who']>>

type OpenStatus = keyof typeof whose

function canDo(actor: Actor, grant: LoadedGrant): boolean {
  switch (grant.status) {
    case 'draft':
    case 'returned':
    case 'training':
    case 'business_plan':
    case 'approved':
    case 'agreement_signed':
      return canPrepare(actor, grant) === true
    case 'disbursing':
      return mayOn(actor, 'payments.request', grant)
    case 'monitoring':
      return mayOn(actor, 'monitoring.record', grant)
    case 'suspended':
      return mayOn(actor, 'payments.suspend', grant)
    case 'committee_review':
      return mayOn(actor, 'committee.score', grant)
    case 'waitlisted':
      return false
    case 'submitted':
    case 'screening':
      return mayOn(actor, 'grants.screen', grant)
    case 'verification':
      return canVerify(actor, grant) === true
    default:
      return whyCannotDecide(actor, grant).length === 0
  }
}

const isOpenStatus = (status: string): status is OpenStatus => status in whose

/** What is next on a grant, who must do it, and whether that is the actor; null when nothing more is expected. */
export function nextStep(actor: Actor, grant: LoadedGrant): NextStep | null {
  const { status } = grant
  if (!isOpenStatus(status)) return null
  const isMine = canDo(actor, grant)
  return { status, who: isMine ? 'you' : whose[status], isMine }
}
