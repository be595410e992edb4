import type { Random } from './random'

const day = 86_400_000

/** Days before the demo's today, fractions allowed, as a moment in working hours, Sunday to Thursday, in Iraq (UTC+3). */
export function workMoment(today: Date, daysAgo: number, random: Random): Date {
  const moment = new Date(today.getTime() - daysAgo * day)
  // Friday and Saturday are the weekend: what would fall there happened on the Thursday before.
  const weekday = moment.getUTCDay()
  if (weekday === 5 || weekday === 6) moment.setTime(moment.getTime() - (weekday - 4) * day)
  moment.setUTCHours(5 + random.int(0, 6), random.int(0, 59), random.int(0, 59), random.int(0, 999))
  return moment.getTime() < today.getTime() ? moment : new Date(today.getTime() - random.int(1, 50) * 60_000)
}

/** The calendar day of a moment in Iraq. */
export function dayOf(moment: Date): string {
  return new Date(moment.getTime() + 3 * 3_600_000).toISOString().slice(0, 10)
}
