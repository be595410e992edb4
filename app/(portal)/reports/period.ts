import { baghdadDay } from '@/lib/format'

export type Query = Record<string, string | string[] | undefined>
/** Days, `YYYY-MM-DD`, both included. */
export type Period = { from: string; to: string }

/** The one answer of an address under a name. */
export const one = (value: string | string[] | undefined) => (typeof value === 'string' ? value : undefined)

/** A day of an address; null for what is none. */
const day = (value: string | undefined) =>
  value && /^(19|20)\d{2}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value)) ? baghdadDay(value) : null

/** The period of an address; without one, the last twelve months. */
export function readPeriod(query: Query): Period {
  const today = baghdadDay(new Date())
  const to = day(one(query.to)) ?? today
  const yearBefore = baghdadDay(Date.parse(to) - 364 * 86_400_000)
  return { from: day(one(query.from)) ?? yearBefore, to }
}

/** An address with this period and more. */
export function periodHref(path: string, period: Period, more: Record<string, string | null> = {}): string {
  const query = new URLSearchParams()
  for (const [key, value] of Object.entries({ ...period, ...more })) if (value) query.set(key, value)
  return `${path}?${query}`
}
