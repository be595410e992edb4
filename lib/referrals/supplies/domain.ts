/** A delivery to the Department of Health, in what is sent and what came. Pure. */

/** What one form holds; a longer delivery is two. */
export const mostItems = 60

/** Something that is used up or out of date within these days is watched. Source: the programme's workflow. */
export const watchDays = 90

export type Count = { sent: number; received: number | null; damaged: number | null }

/** Whether everything that was sent came, and whole. */
export function isWhole(items: readonly Count[]): boolean {
  return items.every((item) => item.received === item.sent && item.damaged === 0)
}

/** Days from one day to another, negative when it is past. */
export function daysUntil(day: string, from: string): number {
  return Math.round((Date.parse(day) - Date.parse(from)) / 86_400_000)
}
