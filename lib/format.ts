/**
 * Dates, times, numbers and money as people in Iraq read them. Pure. Always Asia/Baghdad, always Western digits, month
 * names of Iraq (تشرين الثاني, not نوفمبر). Format on the server: the browser's own data may differ.
 */
export type FormatLocale = 'en' | 'ar' | 'ckb'

/** What can be shown as a moment: a Date, milliseconds, or an ISO text (`YYYY-MM-DD` is a day without a time). */
export type Moment = Date | number | string

export type Currency = 'IQD' | 'USD'

const TIME_ZONE = 'Asia/Baghdad'
const DAY = 86_400_000
const tags: Record<FormatLocale, string> = { en: 'en-GB', ar: 'ar-IQ-u-nu-latn', ckb: 'ckb-IQ-u-nu-latn' }

/** Minor units in one unit. Nobody uses the fils any more, yet amounts are stored in minor units of ISO 4217. */
export const minorUnits: Record<Currency, number> = { IQD: 1000, USD: 100 }

/** A bare day is noon in Baghdad, so that no time zone can move it to its neighbour. */
function toDate(moment: Moment): Date {
  if (typeof moment === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(moment)) return new Date(`${moment}T09:00:00Z`)
  return moment instanceof Date ? moment : new Date(moment)
}

/** The calendar day in Baghdad, `YYYY-MM-DD`. */
export function baghdadDay(moment: Moment): string {
  return isoDay.format(toDate(moment))
}
const isoDay = new Intl.DateTimeFormat('en-CA', { timeZone: TIME_ZONE })

function create(locale: FormatLocale) {
  const tag = tags[locale]
  const dates = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(tag, { timeZone: TIME_ZONE, ...options })
  const day = dates({ day: 'numeric', month: 'long', year: 'numeric' })
  const shortDay = dates({ day: 'numeric', month: 'short', year: 'numeric' })
  const dayTime = dates({
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  const clock = dates({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  const weekday = dates({ weekday: 'short' })
  const monthYear = dates({ month: 'long', year: 'numeric' })
  const whole = new Intl.NumberFormat(tag)
  const share = new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: 0 })
  const days = new Intl.RelativeTimeFormat(tag, { numeric: 'auto' })
  const lists = new Intl.ListFormat(tag, { type: 'conjunction' })
  const amounts = {
    IQD: new Intl.NumberFormat(tag, {
      style: 'currency',
      currency: 'IQD',
      currencyDisplay: 'code',
      minimumFractionDigits: 0,
      maximumFractionDigits: 3,
    }),
    USD: new Intl.NumberFormat(tag, { style: 'currency', currency: 'USD', currencyDisplay: 'code' }),
  }
  return {
    /** 23 November 2026 */
    date: (moment: Moment) => day.format(toDate(moment)),
    /** 23 Nov 2026, for tables. */
    shortDate: (moment: Moment) => shortDay.format(toDate(moment)),
    /** 23 November 2026 at 14:05 */
    dateTime: (moment: Moment) => dayTime.format(toDate(moment)),
    /** 14:05 */
    time: (moment: Moment) => clock.format(toDate(moment)),
    /** November 2026 */
    month: (moment: Moment) => monthYear.format(toDate(moment)),
    /** Mon, or الاثنين */
    weekday: (moment: Moment) => weekday.format(toDate(moment)),
    number: (value: number) => whole.format(value),
    /** `0.8` is 80%. */
    percent: (ratio: number) => share.format(ratio),
    /** `minor`: integer minor units (IQD has 1,000, USD 100). */
    money: (minor: number | bigint, currency: Currency) =>
      amounts[currency].format(Number(minor) / minorUnits[currency]),
    /** "today", "tomorrow", "3 days ago": whole days in Baghdad between `moment` and `now`. */
    relativeDay: (moment: Moment, now: Moment = new Date()) =>
      days.format(Math.round((Date.parse(baghdadDay(moment)) - Date.parse(baghdadDay(now))) / DAY), 'day'),
    list: (items: readonly string[]) => lists.format(items),
  }
}

export type Formatter = ReturnType<typeof create>

const formatters = new Map<FormatLocale, Formatter>()

/** The formats of a language, made once a process: Intl objects are dear to make. */
export function formatter(locale: FormatLocale): Formatter {
  const known = formatters.get(locale)
  if (known) return known
  const made = create(locale)
  formatters.set(locale, made)
  return made
}
