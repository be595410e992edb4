/** Sum of the budget lines, in minor units. */
export function planTotal(lines: readonly { quantity: number; unitPriceMinor: number }[]): number {
  return lines.reduce((sum, line) => sum + line.quantity * line.unitPriceMinor, 0)
}

/** A month of the cash flow, with what the business has earned or lost up to its end. */
export type FlowMonth = { month: number; incomeMinor: number; costMinor: number; balanceMinor: number }

/** The cash flow with its running balance, in minor units. */
export function runningBalance(
  months: readonly { month: number; incomeMinor: number; costMinor: number }[],
): FlowMonth[] {
  let balanceMinor = 0
  return months.map((month) => {
    balanceMinor += month.incomeMinor - month.costMinor
    return { ...month, balanceMinor }
  })
}
