import * as z from 'zod/mini'
import { toAsciiDigits } from './digits'

/** Calendar days as people type them. A day is an ISO text, `YYYY-MM-DD`, and has no time zone. Pure. */
export type DateParts = { day: string; month: string; year: string }

function isoOf(day: number, month: number, year: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day))
  const isReal = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return isReal && year >= 1900 && year <= 2200 ? date.toISOString().slice(0, 10) : null
}

function numberOf(text: string): number {
  const digits = toAsciiDigits(text).trim()
  return /^\d{1,4}$/.test(digits) ? Number(digits) : Number.NaN
}

/** Three typed parts, in any digits, as an ISO day; null when there is no such day between 1900 and 2200. */
export function dateFromParts(parts: DateParts): string | null {
  return isoOf(numberOf(parts.day), numberOf(parts.month), numberOf(parts.year))
}

/** A whole typed date (`23/11/2026`, `٢٣-١١-٢٠٢٦`, `2026-11-23`) as an ISO day, day before month; null when it is none. */
export function parseDate(text: string): string | null {
  const numbers = toAsciiDigits(text)
    .trim()
    .split(/[\s/.\-–]+/)
  const [first = '', second = '', third = '', ...more] = numbers
  if (more.length > 0) return null
  return first.length === 4
    ? dateFromParts({ year: first, month: second, day: third })
    : third.length === 4
      ? dateFromParts({ day: first, month: second, year: third })
      : null
}

const typed = z.object({
  day: z._default(z.string(), ''),
  month: z._default(z.string(), ''),
  year: z._default(z.string(), ''),
})
const anyDate = z.optional(z.nullable(z.union([z.string(), typed])))

function read(value: string | DateParts | null | undefined): { iso: string | null; isEmpty: boolean } {
  if (value === null || value === undefined || value === '') return { iso: null, isEmpty: true }
  if (typeof value === 'string') return { iso: parseDate(value), isEmpty: false }
  return { iso: dateFromParts(value), isEmpty: !(value.day + value.month + value.year).trim() }
}

/** A needed date out of a `DateField` or an ISO text: gives `YYYY-MM-DD`. Issues: errors.required, errors.date. */
export function dateField() {
  return z.pipe(
    anyDate,
    z.pipe(
      z.transform((value: z.output<typeof anyDate>, context) => {
        const { iso, isEmpty } = read(value)
        if (iso) return iso
        context.issues.push({ code: 'custom', message: isEmpty ? 'errors.required' : 'errors.date', input: value })
        return ''
      }),
      z.string(),
    ),
  )
}

/** As `dateField`, with null for no answer. */
export function optionalDateField() {
  return z.pipe(
    anyDate,
    z.pipe(
      z.transform((value: z.output<typeof anyDate>, context) => {
        const { iso, isEmpty } = read(value)
        if (!iso && !isEmpty) context.issues.push({ code: 'custom', message: 'errors.date', input: value })
        return iso
      }),
      z.nullable(z.string()),
    ),
  )
}
