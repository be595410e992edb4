/**
 * What a person's record is made of: the words of the register and the rules that follow from them. Pure.
 * Dates are calendar days, 'YYYY-MM-DD'; ages are whole years.
 */

export const sexes = ['female', 'male'] as const
export type Sex = (typeof sexes)[number]

/** How well a birth date is known. `estimated` means only the age was told. */
export const birthPrecisions = ['day', 'month', 'year', 'estimated'] as const
export type BirthPrecision = (typeof birthPrecisions)[number]
export type Birth = { date: string; precision: BirthPrecision }

export const documentTypes = [
  'national_card',
  'civil_id',
  'nationality_certificate',
  'passport',
  'residency_card',
  'pds_card',
  'none',
] as const
export type DocumentType = (typeof documentTypes)[number]

export const displacementStatuses = [
  'idp_in_camp',
  'idp_out_of_camp',
  'returnee',
  'host_community',
  'refugee_asylum_seeker',
  'other',
] as const
export type DisplacementStatus = (typeof displacementStatuses)[number]

/** Shelter kinds as the Displacement Tracking Matrix counts them. */
export const shelterTypes = [
  'own_home',
  'rented',
  'host_family',
  'hotel',
  'camp',
  'informal_settlement',
  'unfinished_building',
  'school',
  'religious_building',
  'other',
] as const

/** How a member of a household is related to its head. */
export const relationships = [
  'head',
  'spouse',
  'son',
  'daughter',
  'parent',
  'sibling',
  'grandchild',
  'other_relative',
  'not_related',
] as const

export const consentPurposes = ['registration', 'livelihood_grant', 'health_referral', 'sharing'] as const
export type ConsentPurpose = (typeof consentPurposes)[number]

export const consentMethods = ['signed', 'thumbprint', 'verbal_witnessed'] as const

/** Fields that a consent can release to a facility; nothing else ever leaves. */
export const releasableFields = [
  'name',
  'sex',
  'birth_date',
  'phone',
  'place',
  'document',
  'disability',
  'guardian',
  'reason',
  'diagnosis',
] as const
export type ReleasableField = (typeof releasableFields)[number]

/** Languages in which a consent text is read out. */
export const consentLanguages = ['ar', 'ckb', 'en'] as const
export type ConsentLanguage = (typeof consentLanguages)[number]

/** The six domains of the Washington Group Short Set on Functioning, in its order. */
export const washingtonDomains = ['seeing', 'hearing', 'walking', 'remembering', 'self_care', 'communicating'] as const
export type WashingtonDomain = (typeof washingtonDomains)[number]

export const washingtonAnswers = [
  'no_difficulty',
  'some_difficulty',
  'a_lot_of_difficulty',
  'cannot_do_at_all',
  'refused',
] as const
export type WashingtonAnswer = (typeof washingtonAnswers)[number]
export type WashingtonAnswers = Partial<Record<WashingtonDomain, WashingtonAnswer | null>>

/**
 * Whether the answers mean a disability: any domain with a lot of difficulty or worse (the Washington Group's own
 * cut-off for international comparison). Null when no domain was answered, or all were refused: unknown is not "no".
 */
export function hasDisability(answers: WashingtonAnswers | null | undefined): boolean | null {
  const given = washingtonDomains
    .map((domain) => answers?.[domain])
    .filter((answer) => answer != null && answer !== 'refused')
  if (given.length === 0) return null
  return given.some((answer) => answer === 'a_lot_of_difficulty' || answer === 'cannot_do_at_all')
}

/** Bands of sex-, age- and disability-disaggregated figures, written with an en dash as they are printed. */
export const ageBands = ['0–4', '5–11', '12–17', '18–59', '60+'] as const
export type AgeBand = (typeof ageBands)[number]

/**
 * Age in whole years on a day. For a service, pass the day of the service, so that a past report never drifts.
 * A person born on 29 February is a year older on 1 March of a common year. Null when born after that day.
 */
export function ageOn(birth: Pick<Birth, 'date'>, onDate: string): number | null {
  if (birth.date > onDate) return null
  const years = Number(onDate.slice(0, 4)) - Number(birth.date.slice(0, 4))
  return onDate.slice(5, 10) < birth.date.slice(5, 10) ? years - 1 : years
}

/** The band of an age in whole years. */
export function ageBand(age: number): AgeBand {
  if (age < 5) return '0–4'
  if (age < 12) return '5–11'
  if (age < 18) return '12–17'
  return age < 60 ? '18–59' : '60+'
}

/** Whether someone is under 18 on a day, so that a guardian must consent. */
export function isMinor(birth: Pick<Birth, 'date'>, onDate: string): boolean {
  const age = ageOn(birth, onDate)
  return age === null || age < 18
}

export type ConsentDates = { expiresOn: string | null; withdrawnOn: string | null }
export type ConsentState = 'valid' | 'expired' | 'withdrawn'

/** How a consent stands on a day: it ends on the day of withdrawal, and the expiry day is its last valid day. */
export function consentState(consent: ConsentDates, today: string): ConsentState {
  if (consent.withdrawnOn !== null && consent.withdrawnOn <= today) return 'withdrawn'
  return consent.expiresOn !== null && consent.expiresOn < today ? 'expired' : 'valid'
}

/** A household is female-headed when its head is a woman; unknown head, not female-headed. Derived, never stored. */
export function isFemaleHeaded(head: { sex: Sex } | null | undefined): boolean {
  return head?.sex === 'female'
}
