import * as z from 'zod/mini'
import { cleanLines, cleanText, toAsciiDigits } from './digits'

/** Whatever is typed is cut off from here on before it is even cleaned: no honest answer is longer. */
const LONGEST = 20_000

/** One line of text, cleaned. Issues: errors.required, errors.tooLong. */
export const line = (most: number) =>
  z.pipe(
    z.pipe(z.string('errors.required').check(z.maxLength(LONGEST, 'errors.tooLong')), z.transform(cleanText)),
    z.string().check(z.minLength(1, 'errors.required'), z.maxLength(most, 'errors.tooLong')),
  )

/** As `line`; no answer gives an empty text. */
export const optionalLine = (most: number) =>
  z.pipe(
    z.pipe(
      z.optional(z.nullable(z.string().check(z.maxLength(LONGEST, 'errors.tooLong')))),
      z.transform((text) => cleanText(text ?? '')),
    ),
    z.string().check(z.maxLength(most, 'errors.tooLong')),
  )

/** Some sentences, such as a reason. Issues: errors.required, errors.tooShort, errors.tooLong. */
export const prose = (most: number, least = 1) =>
  z.pipe(
    z.pipe(z.string('errors.required').check(z.maxLength(LONGEST, 'errors.tooLong')), z.transform(cleanLines)),
    z
      .string()
      .check(
        z.minLength(least, least > 1 ? 'errors.tooShort' : 'errors.required'),
        z.maxLength(most, 'errors.tooLong'),
      ),
  )

/** As `prose`; no answer gives an empty text. */
export const optionalProse = (most: number) =>
  z.pipe(
    z.pipe(
      z.optional(z.nullable(z.string().check(z.maxLength(LONGEST, 'errors.tooLong')))),
      z.transform((text) => cleanLines(text ?? '')),
    ),
    z.string().check(z.maxLength(most, 'errors.tooLong')),
  )

/** One of a list. Issue: errors.choose. */
export const choice = <const T extends readonly string[]>(list: T) => z.enum(list, 'errors.choose')

/** One of a list, or null for no answer. */
export const optionalChoice = <const T extends readonly string[]>(list: T) =>
  z.pipe(
    z.pipe(
      z.optional(z.nullable(z.string())),
      z.transform((value) => value || null),
    ),
    z.nullable(z.enum(list, 'errors.choose')),
  )

/** Any of a list, as boxes send them: one ticked comes as a text, more as a list, none not at all. Issue: errors.choose. */
export const choices = <const T extends readonly string[]>(list: T) =>
  z.pipe(
    z.pipe(
      z.optional(z.union([z.string(), z.array(z.string()).check(z.maxLength(200, 'errors.tooLong'))])),
      z.transform((value) => [...new Set([value ?? []].flat())].filter(Boolean)),
    ),
    z.array(z.enum(list, 'errors.choose')),
  )

/** A record's id, or null for no answer. */
export const optionalId = z.pipe(
  z.pipe(
    z.optional(z.nullable(z.string())),
    z.transform((value) => value || null),
  ),
  z.nullable(z.uuid('errors.choose')),
)

/** A whole number in any digits within bounds, or null for no answer. Issue: `message`. */
export const optionalWhole = (least: number, most: number, message: string) =>
  z.pipe(
    z.optional(z.nullable(z.union([z.string().check(z.maxLength(LONGEST, message)), z.number()]))),
    z.pipe(
      z.transform((value: string | number | null | undefined, context) => {
        const text = toAsciiDigits(String(value ?? '')).trim()
        if (text === '') return null
        const number = /^\d{1,4}$/.test(text) ? Number(text) : Number.NaN
        if (number >= least && number <= most) return number
        context.issues.push({ code: 'custom', message, input: value })
        return null
      }),
      z.nullable(z.number()),
    ),
  )

/** A place by P-code; whether it exists and is of the right kind, the command asks. */
export const pcode = z.string('errors.choose').check(z.regex(/^IQ[A-Z0-9]{3,12}$/, 'errors.choose'))

/** A place by P-code, or null for no answer. */
export const optionalPcode = z.pipe(
  z.pipe(
    z.optional(z.nullable(z.string())),
    z.transform((value) => value || null),
  ),
  z.nullable(pcode),
)

/** A whole number in any digits, within bounds. */
export const whole = (least: number, most: number) =>
  z.pipe(
    z.pipe(
      z.union([z.string('errors.number'), z.number()]),
      z.transform((value) => (typeof value === 'number' ? value : toAsciiDigits(value).trim())),
    ),
    z.pipe(
      z.transform((value: string | number, context) => {
        const number = typeof value === 'number' ? value : /^\d{1,9}$/.test(value) ? Number(value) : Number.NaN
        if (!Number.isInteger(number) || number < least || number > most) {
          context.issues.push({
            code: 'custom',
            message: value === '' ? 'errors.required' : 'errors.whole',
            input: value,
          })
          return least
        }
        return number
      }),
      z.number(),
    ),
  )

/** A coordinate in degrees, in any digits; null for none. Issue: `message`. */
export const degreesField = (most: number, message: string) =>
  z.pipe(
    z.optional(z.nullable(z.string().check(z.maxLength(40, message)))),
    z.pipe(
      z.transform((text: string | null | undefined, context) => {
        const plain = toAsciiDigits(text ?? '')
          .replace(/[٫,]/g, '.')
          .trim()
        if (plain === '') return null
        const value = /^-?\d{1,3}(\.\d{1,12})?$/.test(plain) ? Number(plain) : Number.NaN
        if (Math.abs(value) <= most) return value
        context.issues.push({ code: 'custom', message, input: text })
        return null
      }),
      z.nullable(z.number()),
    ),
  )
