/** One thing that differs between what the last round's decision was shown and what stands now. */
export type Change = { key: string; before: string | number | null; now: string | number | null; isMoney: boolean }

type Shown = {
  request: Record<string, unknown>
  screening: { score: number } | null
  plan: { totalMinor: number; ownContributionMinor: number; description: string } | null
}

const facts: readonly (readonly [field: string, key: string, isMoney: boolean])[] = [
  ['amountMinor', 'grants.facts.amount', true],
  ['form', 'grants.facts.form', false],
  ['sector', 'grants.facts.sector', false],
  ['businessName', 'grants.facts.business', false],
  ['purpose', 'grants.facts.purpose', false],
  ['monthlyIncomeMinor', 'grants.facts.income', true],
  ['dependants', 'grants.facts.dependants', false],
  ['householdSize', 'grants.facts.household', false],
]

const plain = (value: unknown) => (typeof value === 'string' || typeof value === 'number' ? value : null)

/** What changed between two cards, in the order of the page. */
export function changesBetween(before: Shown, now: Shown): Change[] {
  const all: Change[] = [
    ...facts.map(([field, key, isMoney]) => ({
      key,
      before: plain(before.request[field]),
      now: plain(now.request[field]),
      isMoney,
    })),
    {
      key: 'grants.screening.score',
      before: before.screening?.score ?? null,
      now: now.screening?.score ?? null,
      isMoney: false,
    },
    {
      key: 'plan.title',
      before: before.plan?.description ?? null,
      now: now.plan?.description ?? null,
      isMoney: false,
    },
    {
      key: 'plan.total',
      before: before.plan?.totalMinor ?? null,
      now: now.plan?.totalMinor ?? null,
      isMoney: true,
    },
    {
      key: 'plan.own',
      before: before.plan?.ownContributionMinor ?? null,
      now: now.plan?.ownContributionMinor ?? null,
      isMoney: true,
    },
  ]
  return all.filter((change) => change.before !== change.now)
}
