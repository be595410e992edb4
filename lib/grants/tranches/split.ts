/**
 * Splits an amount by percentages, in whole minor units: each part rounded down to whole major units where that leaves
 * something, the last takes the rest, so that the parts are exactly the amount. No part is ever zero.
 * @param unit minor units in one unit of the currency, so that nobody is paid fils
 */
export function splitAmount(amountMinor: number, percents: readonly number[], unit: number): number[] {
  const parts = percents.slice(0, -1).map((percent) => {
    const exact = Math.floor((amountMinor * percent) / 100)
    return Math.max(1, exact >= unit ? exact - (exact % unit) : exact)
  })
  const rest = amountMinor - parts.reduce((sum, part) => sum + part, 0)
  return rest > 0 ? [...parts, rest] : [amountMinor]
}
