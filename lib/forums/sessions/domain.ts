/** Bands of age as the database keeps them. */
export const attendanceBands = ['0-4', '5-11', '12-17', '18-59', '60+'] as const
export type AttendanceBand = (typeof attendanceBands)[number]

/** The band's part in the name of a field, where neither a plus nor a bare number may stand. */
export const fieldOf = (band: AttendanceBand) => `b${band.replace('+', '')}`

export const repeats = ['none', 'weekly', 'fortnightly', 'monthly'] as const
export type Repeat = (typeof repeats)[number]

/** Sessions that can be planned at once. */
export const mostAtOnce = 12

/** Heads of one kind in the room. */
export type HeadCount = {
  sex: 'female' | 'male'
  ageBand: AttendanceBand
  displacement: string
  hasDisability: boolean
  count: number
}

/** How many heads these counts make together. */
export const headsIn = (counts: readonly HeadCount[]) => counts.reduce((sum, { count }) => sum + count, 0)

/** The days of a series, the first included, as `YYYY-MM-DD`. A month without that day gives its last one. */
export function daysOf(first: string, repeat: Repeat, times: number): string[] {
  const [year = 0, month = 1, day = 1] = first.split('-').map(Number)
  return Array.from({ length: repeat === 'none' ? 1 : times }, (_, at) => {
    if (repeat === 'monthly') {
      const last = new Date(Date.UTC(year, month + at, 0)).getUTCDate()
      return new Date(Date.UTC(year, month - 1 + at, Math.min(day, last))).toISOString().slice(0, 10)
    }
    const step = repeat === 'weekly' ? 7 : 14
    return new Date(Date.UTC(year, month - 1, day + at * step)).toISOString().slice(0, 10)
  })
}
