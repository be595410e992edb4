/** A month as `YYYY-MM`. */
export type Month = string

/** The month of an address, or null when it is none between 2000 and 2199. Pure. */
export function readMonth(text: unknown): Month | null {
  return typeof text === 'string' && /^2[01]\d\d-(0[1-9]|1[0-2])$/.test(text) ? text : null
}

const partsOf = (month: Month) => {
  const [year = 2000, at = 1] = month.split('-').map(Number)
  return { year, at }
}

/** The month so many after this one; before it with a negative count. */
export function monthsAfter(month: Month, count: number): Month {
  const { year, at } = partsOf(month)
  return new Date(Date.UTC(year, at - 1 + count, 1)).toISOString().slice(0, 7)
}

/** The days of a month as `YYYY-MM-DD`, and the column of the first in a week that begins on Sunday, 1 to 7. */
export function daysIn(month: Month): { days: string[]; firstColumn: number } {
  const { year, at } = partsOf(month)
  const count = new Date(Date.UTC(year, at, 0)).getUTCDate()
  const days = Array.from({ length: count }, (_, day) => `${month}-${String(day + 1).padStart(2, '0')}`)
  return { days, firstColumn: new Date(Date.UTC(year, at - 1, 1)).getUTCDay() + 1 }
}
