import type { Answer } from '../answers'
import { graceDays, type HealthService } from '../domain'

/** The rules of a facility's way in without a login. Pure. */

/** What a facility may say in each state, the usual answer first. A state that is not here has no link. */
export const facilityDeeds = {
  requested: ['accept', 'reject', 'receive'],
  received: ['accept', 'reject'],
  accepted: ['set_appointment', 'attend'],
  appointment_set: ['attend', 'miss', 'set_appointment'],
  no_show: ['set_appointment'],
  attended: ['complete'],
  in_progress: ['complete'],
  on_hold: ['resume'],
} as const satisfies Record<string, readonly Answer['deed'][]>

type AnswerableStatus = keyof typeof facilityDeeds
export type FacilityDeed = (typeof facilityDeeds)[AnswerableStatus][number]

/** Whether a facility has something to answer in this state. */
export function isAnswerable(status: string): status is AnswerableStatus {
  return Object.hasOwn(facilityDeeds, status)
}

/** Services whose mere name says what nobody may read over a shoulder: a slip leaves them out. */
const delicateServices: readonly HealthService[] = ['mhpss', 'tb_hiv']

/** The service as a paper in someone's pocket may name it; null when it must not. */
export function serviceOnPaper(service: HealthService): HealthService | null {
  return delicateServices.includes(service) ? null : service
}

const dayMs = 86_400_000

/**
 * When a link ends: two weeks after the last day that counts (when the person should have been seen, their appointment, or
 * today), and never after the consent it stands on.
 */
export function linkEnd(
  referral: { dueAt: Date | null; appointmentAt: Date | null },
  consentUntil: string | null,
  now: Date,
): Date {
  const last = Math.max(now.getTime(), referral.dueAt?.getTime() ?? 0, referral.appointmentAt?.getTime() ?? 0)
  const end = last + graceDays * dayMs
  // A consent holds through its last day in Baghdad.
  return new Date(consentUntil ? Math.min(end, Date.parse(`${consentUntil}T23:59:59+03:00`)) : end)
}
