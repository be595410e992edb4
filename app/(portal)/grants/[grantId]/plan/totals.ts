import { toAsciiDigits } from '@/lib/digits'
import { type Currency, minorUnits } from '@/lib/format'
import { parseMoney } from '@/lib/money'

/**
 * What the plan adds up to so far, in minor units: a sum for each budget line (null while it cannot be read) and together, and
 * the balance of the cash flow at the end of each month in which anything stands.
 */
export type Totals = {
  lines: (number | null)[]
  total: number
  own: number
  balances: (number | null)[]
  income: number
  cost: number
}

/** Adds up what stands in the form. */
export function totalsOf(form: FormData, currency: Currency): Totals {
  const text = (name: string) => String(form.get(name) ?? '')
  const money = (name: string) => parseMoney(text(name), currency)
  const lines: (number | null)[] = []
  for (let index = 0; form.has(`lines.${index}.item`); index++) {
    const quantity = Number(toAsciiDigits(text(`lines.${index}.quantity`)).trim() || Number.NaN)
    const price = money(`lines.${index}.unitPrice`)
    lines.push(Number.isInteger(quantity) && quantity > 0 && price !== null ? quantity * price : null)
  }
  const balances: (number | null)[] = []
  let income = 0
  let cost = 0
  for (let month = 0; form.has(`months.${month}.income`); month++) {
    const isEmpty = !text(`months.${month}.income`).trim() && !text(`months.${month}.cost`).trim()
    income += money(`months.${month}.income`) ?? 0
    cost += money(`months.${month}.cost`) ?? 0
    balances.push(isEmpty ? null : income - cost)
  }
  return {
    lines,
    total: lines.reduce<number>((sum, line) => sum + (line ?? 0), 0),
    own: money('ownContribution') ?? 0,
    balances,
    income,
    cost,
  }
}

/** An amount with separators, the same in every language, so that server and browser draw the same. */
export function plainAmount(minor: number, currency: Currency): string {
  return (minor / minorUnits[currency]).toLocaleString('en-GB', { maximumFractionDigits: 2 })
}
