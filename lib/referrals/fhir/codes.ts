import { releasableFields } from '../../people/domain'
import { healthServices, outcomes, type ReferralPriority, rejectReasons } from '../domain'
import { facilityTypes } from '../facilities/domain'
import { type ReferralStatus, referralMachine } from '../machine'

/** Our words in FHIR's where R4 binds a list, and the lists that stay our own. Pure. Source: FHIR R4 (4.0.1), required bindings. */

export const requestStatuses = ['active', 'on-hold', 'revoked', 'completed'] as const
type RequestStatus = (typeof requestStatuses)[number]

export const taskStatuses = [
  'requested',
  'received',
  'accepted',
  'ready',
  'in-progress',
  'on-hold',
  'completed',
  'rejected',
  'failed',
  'cancelled',
] as const
type TaskStatus = (typeof taskStatuses)[number]

/** A draft never leaves, so it has no word here. */
type Sent = Exclude<ReferralStatus, 'draft'>

const wordsOf: Record<Sent, { request: RequestStatus; task: TaskStatus }> = {
  requested: { request: 'active', task: 'requested' },
  received: { request: 'active', task: 'received' },
  accepted: { request: 'active', task: 'accepted' },
  appointment_set: { request: 'active', task: 'ready' },
  // Still to be seen; that they did not come is said by the business status.
  no_show: { request: 'active', task: 'accepted' },
  attended: { request: 'active', task: 'in-progress' },
  in_progress: { request: 'active', task: 'in-progress' },
  on_hold: { request: 'on-hold', task: 'on-hold' },
  completed: { request: 'completed', task: 'completed' },
  feedback_recorded: { request: 'completed', task: 'completed' },
  closed: { request: 'completed', task: 'completed' },
  rejected: { request: 'revoked', task: 'rejected' },
  lost_to_follow_up: { request: 'revoked', task: 'failed' },
  failed: { request: 'revoked', task: 'failed' },
  cancelled: { request: 'revoked', task: 'cancelled' },
}

/** Every state that can be read over FHIR. */
export const sentStatuses = referralMachine.states.filter((status): status is Sent => status !== 'draft')

export const requestStatusOf = (status: Sent): RequestStatus => wordsOf[status].request
export const taskStatusOf = (status: Sent): TaskStatus => wordsOf[status].task

/** Our states behind words of FHIR, for a search by status. */
export function statusesBehind(resource: 'request' | 'task', words: readonly string[]): Sent[] {
  return sentStatuses.filter((status) => words.includes(wordsOf[status][resource]))
}

export const priorityOf: Record<ReferralPriority, 'stat' | 'urgent' | 'routine'> = {
  emergency_24h: 'stat',
  urgent_72h: 'urgent',
  routine_2w: 'routine',
}

/** Our own lists, each served as a CodeSystem: its id, and where its names stand among the messages. */
export const ownLists = {
  'referral-service': { codes: healthServices, names: 'referrals.service' },
  'referral-status': { codes: sentStatuses, names: 'referrals.status' },
  'referral-outcome': { codes: outcomes, names: 'referrals.outcome' },
  'reject-reason': { codes: rejectReasons, names: 'referrals.rejectReason' },
  'facility-type': { codes: facilityTypes, names: 'facilities.type' },
  'released-field': { codes: releasableFields, names: 'referrals.field' },
} as const
export type OwnList = keyof typeof ownLists
