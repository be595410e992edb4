import type { ReleasableField } from '../people/domain'

/** The words of health referrals and the rules that follow from them. Pure. Source of the lists: the programme's workflow. */

/** How soon the person must be seen. */
export const priorities = ['emergency_24h', 'urgent_72h', 'routine_2w'] as const
export type ReferralPriority = (typeof priorities)[number]

/** Hours from the request until the person should have been seen. */
export const hoursOf: Record<ReferralPriority, number> = { emergency_24h: 24, urgent_72h: 72, routine_2w: 336 }

/**
 * What leaves in an emergency without consent, by whatever way, until an outcome is known: who is coming and why, so that
 * someone can be treated, and no more.
 */
export const emergencyFields = ['name', 'sex', 'birth_date', 'reason'] as const satisfies readonly ReleasableField[]

/** Days for which a facility may still read and answer after the last day that counts. */
export const graceDays = 14

/** The same urgency in the words that all cases share. */
export const casePriorityOf = {
  emergency_24h: 'urgent',
  urgent_72h: 'high',
  routine_2w: 'normal',
} as const satisfies Record<ReferralPriority, string>

export const healthServices = [
  'primary_care',
  'emergency',
  'maternal_newborn',
  'child_health_immunisation',
  'ncd',
  'mhpss',
  'surgery',
  'rehabilitation_prosthetics',
  'laboratory_imaging',
  'dental',
  'eye',
  'tb_hiv',
  'assistive_device',
  'other',
] as const
export type HealthService = (typeof healthServices)[number]

export const rejectReasons = [
  'no_capacity',
  'wrong_service',
  'out_of_area',
  'no_medicine',
  'security',
  'other',
] as const
export type RejectReason = (typeof rejectReasons)[number]

export const outcomes = [
  'treated',
  'admitted',
  'referred_onward',
  'prescribed',
  'declined_by_patient',
  'died',
  'unknown',
] as const
export type ReferralOutcome = (typeof outcomes)[number]

/** How we know what a facility did. */
export const answerSources = ['facility_page', 'phone', 'paper_slip', 'person'] as const
export type AnswerSource = (typeof answerSources)[number]

export const transportSupports = ['none', 'fare', 'vehicle', 'ambulance', 'companion'] as const

/** How someone who did not come was looked for, and what came of it. */
export const attemptKinds = ['call', 'visit', 'message', 'through_family'] as const
export const attemptResults = ['reached', 'not_reached', 'moved_away', 'refused'] as const

/** What the person says of the help. */
export const helpedAnswers = ['yes', 'partly', 'no'] as const

/** Attempts that must have failed before someone counts as lost to follow-up. */
export const attemptsBeforeLost = 2

/** When the person should have been seen. */
export function dueAt(priority: ReferralPriority, requestedAt: Date): Date {
  return new Date(requestedAt.getTime() + hoursOf[priority] * 3_600_000)
}
