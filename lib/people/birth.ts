import type { Birth } from './domain'

/** What was told of a birth: as much of the date as is known, or only an age. */
export type BirthTold = { day: number | null; month: number | null; year: number | null; age: number | null }

const two = (number: number) => String(number).padStart(2, '0')

function isDay(iso: string): boolean {
  const date = new Date(`${iso}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso)
}

/**
 * What is wrong with what was told, as a message key; null when it can be read.
 * A day needs its month, a month its year; either a year or an age, and not both.
 */
export function birthProblem({ day, month, year, age }: BirthTold): string | null {
  if (year === null) {
    if (day !== null || month !== null) return 'people.errors.birthYear'
    return age === null ? 'people.errors.birth' : null
  }
  if (age !== null) return 'people.errors.birthOrAge'
  if (day !== null && month === null) return 'people.errors.birthMonth'
  return day === null || isDay(`${year}-${two(month ?? 0)}-${two(day)}`) ? null : 'errors.date'
}

/**
 * The birth date to store and how well it is known, told on `today`. A month stands on its first day; a year on 1 July,
 * as offices in Iraq write it; an age on the first day of this month that many years ago, so that the age comes out.
 * Null when it lies in the future.
 */
export function birthOf(told: BirthTold, today: string): Birth | null {
  const { day, month, year, age } = told
  if (year === null) {
    const bornIn = Number(today.slice(0, 4)) - (age ?? 0)
    return { date: `${bornIn}-${today.slice(5, 7)}-01`, precision: 'estimated' }
  }
  if (month === null) {
    const middle = `${year}-07-01`
    const date = middle <= today ? middle : `${year}-01-01`
    return date <= today ? { date, precision: 'year' } : null
  }
  const date = `${year}-${two(month)}-${two(day ?? 1)}`
  return date <= today ? { date, precision: day === null ? 'month' : 'day' } : null
}

/** The reverse: how a stored birth is shown in a form. An estimated one keeps its year. */
export function birthParts({ date, precision }: Birth): { day: string; month: string; year: string } {
  const [year = '', month = '', day = ''] = date.split('-')
  const isMonthKnown = precision === 'day' || precision === 'month'
  return { year, month: isMonthKnown ? month : '', day: precision === 'day' ? day : '' }
}
