import type { Currency } from '../../format'

/** What can be wanted of a budget; a second person agrees or declines. Same list as the check in db/schema/budgets. */
export const changeKinds = ['activate_source', 'close_source', 'activate_line', 'change_amount', 'close_line'] as const
export type ChangeKind = (typeof changeKinds)[number]

export const budgetStates = ['proposed', 'active', 'closed', 'declined'] as const
export type BudgetState = (typeof budgetStates)[number]

/** Every way in which money moves on a line. Same list as the check in db/schema/budgets. */
export const entryKinds = [
  'allocate',
  'commit',
  'give_back',
  'release',
  'release_failed',
  'spend',
  'recover',
  'write_off',
] as const
export type EntryKind = (typeof entryKinds)[number]

/** The figures of a line, each the sum of its ledger entries, in minor units. */
export type Balances = { allocatedMinor: number; committedMinor: number; releasedMinor: number; spentMinor: number }

/** Which entries make a figure: what opens when it is pressed. */
export const entriesOf: Record<keyof Balances, readonly EntryKind[]> = {
  allocatedMinor: ['allocate'],
  committedMinor: ['commit', 'give_back', 'recover'],
  releasedMinor: ['release', 'release_failed', 'recover'],
  spentMinor: ['spend', 'recover'],
}

/** What of a line is not promised to anyone yet. */
export function freeOf(line: Balances): number {
  return line.allocatedMinor - line.committedMinor
}

/** A dollar in fils on a day, and the day. */
export type ExchangeRate = { filsPerDollar: number; day: string }

/** An amount in the other currency at a rate, in its minor units, rounded to a whole dollar or dinar. */
export function inOther(
  minor: number,
  currency: Currency,
  { filsPerDollar }: ExchangeRate,
): { minor: number; currency: Currency } {
  if (currency === 'USD') return { minor: Math.round((minor * filsPerDollar) / 100 / 1000) * 1000, currency: 'IQD' }
  return { minor: Math.round(minor / filsPerDollar) * 100, currency: 'USD' }
}

/**
 * Dollars and dinars added up in dinars at one rate, rounded once, in exact integers; null when there are dollars and no rate.
 * 1 dollar is 100 cents, so cents × fils per dollar ÷ 100 are fils.
 */
export function inDinars(
  amounts: readonly { minor: number; currency: Currency }[],
  rate: ExchangeRate | null,
): bigint | null {
  let fils = 0n
  let cents = 0n
  for (const { minor, currency } of amounts) {
    if (currency === 'IQD') fils += BigInt(minor)
    else cents += BigInt(minor)
  }
  if (cents === 0n) return fils
  return rate && fils + (cents * BigInt(rate.filsPerDollar) + 50n) / 100n
}
