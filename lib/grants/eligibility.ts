/** What the published rules look at. Days are 'YYYY-MM-DD'; money in minor units of the round's currency. */
export type EligibilityFacts = {
  ageYears: number
  governoratePcode: string
  submittedOn: string
  amountMinor: number
  currency: string
  districtPcode: string
  round: {
    opensOn: string
    closesOn: string
    maxAmountMinor: number
    currency: string
    minAge: number
    quietDays: number
    /** Districts that the round serves; none means all. */
    districts: readonly string[]
  }
  /** Days since a grant of the household was last approved, in any round; null when never. */
  daysSinceLastGrant: number | null
  hasConsent: boolean
  hasBlockingDuplicate: boolean
}

/** One rule with its answer. `params`: what the round set for it; results of version 2026-1 have none. */
export type RuleResult = { key: string; isMet: boolean; params?: Record<string, string | number> }

export const rulesVersion = '2026-2'

const servedGovernorate = 'IQG01' // Al-Anbar

/**
 * The published eligibility rules, version 2026-2, each with its answer; all must be met. Age, quiet days and districts are
 * the round's own. Source: the funding round's notice.
 */
export function checkEligibility(facts: EligibilityFacts): {
  version: string
  isEligible: boolean
  rules: RuleResult[]
} {
  const { round } = facts
  const rules: RuleResult[] = [
    { key: 'grants.rule.oldEnough', isMet: facts.ageYears >= round.minAge, params: { age: round.minAge } },
    { key: 'grants.rule.livesInAnbar', isMet: facts.governoratePcode === servedGovernorate },
    {
      key: 'grants.rule.districtOfRound',
      isMet: round.districts.length === 0 || round.districts.includes(facts.districtPcode),
    },
    { key: 'grants.rule.roundOpen', isMet: facts.submittedOn >= round.opensOn && facts.submittedOn <= round.closesOn },
    {
      key: 'grants.rule.amountWithinRound',
      isMet: facts.currency === round.currency && facts.amountMinor <= round.maxAmountMinor,
    },
    {
      key: 'grants.rule.quietDays',
      isMet: facts.daysSinceLastGrant === null || facts.daysSinceLastGrant >= round.quietDays,
      params: { days: round.quietDays },
    },
    { key: 'grants.rule.consent', isMet: facts.hasConsent },
    { key: 'grants.rule.noDuplicate', isMet: !facts.hasBlockingDuplicate },
  ]
  return { version: rulesVersion, isEligible: rules.every((rule) => rule.isMet), rules }
}
