import { toAsciiDigits } from '@/lib/digits'
import { type Currency, minorUnits } from '@/lib/format'
import { parseMoney } from '@/lib/money'

/** What the budget adds up to so far: a sum for each line (null while it cannot be read) and together, in minor units. */
export type Totals = { lines: (number | null)[]; total: number; own: number }

/** Adds up what stands in the form. */
export function totalsOf(form: FormData, currency: Currency): Totals {
  const text = (name: string) => String(form.get(name) ?? '')
  const lines: (number | null)[] = []
  for (let index = 0; form.has(`lines.${index}.item`); index++) {
    const quantity = Number(toAsciiDigits(text(`lines.${index}.quantity`)).trim() || Number.NaN)
    const price = parseMoney(text(`lines.${index}.unitPrice`), currency)
    lines.push(Number.isInteger(quantity) && quantity > 0 && price !== null ? quantity * price : null)
  }
  return {
    lines,
    total: lines.reduce<number>((sum, line) => sum + (line ?? 0), 0),
    own: parseMoney(text('ownContribution'), currency) ?? 0,
  }
}

/** An amount with separators, the same in every language, so that server and browser draw the same. */
export function plainAmount(minor: number, currency: Currency): string {
  return (minor / minorUnits[currency]).toLocaleString('en-GB', { maximumFractionDigits: 2 })
}
