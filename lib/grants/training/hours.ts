/** The rule of the hours: four fifths of a course must be attended. Pure; minutes throughout. */

export const marks = ['present', 'absent', 'excused'] as const
export type Mark = (typeof marks)[number]

export const neededPercent = 80

/** Whether this many minutes of the course are enough. Whole numbers only: 79.9 % is not 80 %. The database asks the same. */
export function isEnough(presentMinutes: number, totalMinutes: number): boolean {
  return totalMinutes > 0 && presentMinutes * 100 >= totalMinutes * neededPercent
}

/** Percent attended, cut and not rounded, so that nobody reads 80 who has 79.9. */
export function percentOf(presentMinutes: number, totalMinutes: number): number {
  return totalMinutes > 0 ? Math.floor((presentMinutes * 100) / totalMinutes) : 0
}

/** Minutes as hours, such as 2.5. */
export function hoursOf(minutes: number): number {
  return Math.round((minutes / 60) * 100) / 100
}
