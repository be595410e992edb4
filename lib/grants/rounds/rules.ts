import { displacementStatuses, sexes } from '../../people/domain'
import { rulesVersion } from '../eligibility'
import { scoreVersion } from '../score'

/** What a funding round may set for itself, as values. Pure. */

/** The rules and the score that a new round works by. */
export const currentRules = { rulesVersion, scoreVersion } as const

/** What a round's grants are meant for, and what the fairness view counts by; ages on the day of the application. */
export const quotaValues = {
  sex: sexes,
  displacement: displacementStatuses,
  disability: ['yes', 'no'],
  age_band: ['0-4', '5-11', '12-17', '18-59', '60+'],
} as const

export type QuotaDimension = keyof typeof quotaValues
export const quotaDimensions = ['sex', 'displacement', 'disability', 'age_band'] as const satisfies QuotaDimension[]

/** Age bands in which someone could be given a grant at all; only these are asked for. */
export const askedValues: Record<QuotaDimension, readonly string[]> = {
  ...quotaValues,
  age_band: ['12-17', '18-59', '60+'],
}

/** The name of a quota's field in the form; `60+` is no name. */
export const quotaField = (dimension: QuotaDimension, value: string) => `${dimension}_${value.replace(/\W/g, '_')}`

/** Statuses of what came before a committee, and of what was chosen; the database counts the same (round_fairness). */
export const chosenStatuses = [
  'pending_approval_1',
  'pending_approval_2',
  'approved',
  'agreement_signed',
  'disbursing',
  'suspended',
  'monitoring',
  'completed',
] as const
export const listedStatuses = ['committee_review', 'waitlisted', ...chosenStatuses, 'rejected'] as const
