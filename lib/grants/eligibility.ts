/** What the published rules look at. Days are 'YYYY-MM-DD'; money in minor units of the round's currency. */
export type EligibilityFacts = {
  ageYears: number
  governoratePcode: string
  submittedOn: string
  amountMinor: number
  currency: string
  round: { opensOn: string; closesOn: string; maxAmountMinor: number; currency: string }
  /** Days since a grant of the household was last approved, in any round; null when never. */
  daysSinceLastGrant: number | null
  hasConsent: boolean
  hasBlockingDuplicate: boolean
}

export type RuleResult = { key: string; isMet: boolean }

export const rulesVersion = '2026-1'

const servedGovernorate = 'IQG01' // Al-Anbar

/** The published eligibility rules, version 2026-1, each with its answer; all must be met. Source: the funding round's notice. */
export function checkEligibility(facts: EligibilityFacts): {
  version: string
  isEligible: boolean
  rules: RuleResult[]
} {
  const { round } = facts
  const rules: RuleResult[] = [
    { key: 'grants.rule.adult', isMet: facts.ageYears >= 18 },
    { key: 'grants.rule.livesInAnbar', isMet: facts.governoratePcode === servedGovernorate },
    { key: 'grants.rule.roundOpen', isMet: facts.submittedOn >= round.opensOn && facts.submittedOn <= round.closesOn },
    {
      key: 'grants.rule.amountWithinRound',
      isMet: facts.currency === round.currency && facts.amountMinor <= round.maxAmountMinor,
    },
    { key: 'grants.rule.noRecentGrant', isMet: facts.daysSinceLastGrant === null || facts.daysSinceLastGrant >= 365 },
    { key: 'grants.rule.consent', isMet: facts.hasConsent },
    { key: 'grants.rule.noDuplicate', isMet: !facts.hasBlockingDuplicate },
  ]
  return { version: rulesVersion, isEligible: rules.every((rule) => rule.isMet), rules }
}
