import { type PhoneNumber, parsePhoneNumberFromString } from 'libphonenumber-js/min'
import { cleanText, toAsciiDigits } from '../digits'

/** The number in E.164, or the key of the one message that says what a number looks like. */
export type ParsedPhone = { e164: string } | { error: 'errors.phone' }

const INVALID: ParsedPhone = { error: 'errors.phone' }
const REGION = 'IQ'
/** The longest number there is, generously spaced. */
const LONGEST = 40
// Only what people put between digits; a letter makes it not a number ("0770 call Ali" is a note, not a phone).
const PHONE_TEXT = /^\+?[\d\s().\-/]+$/

function read(text: string): PhoneNumber | undefined {
  return parsePhoneNumberFromString(text, { defaultCountry: REGION, extract: false })
}

/**
 * Reads a phone number in any form written in Iraq (0770 123 4567, 770…, 00964…, 964…, +964…, eastern digits, landlines)
 * or an international one. Server side: the number plans weigh 30 KB.
 * @returns the number in E.164, or the message key of what is wrong with it.
 */
export function parsePhone(text: string): ParsedPhone {
  const typed = toAsciiDigits(cleanText(text))
  if (typed.length > LONGEST || !PHONE_TEXT.test(typed)) return INVALID
  const plain = typed.replace(/[^\d+]/g, '')
  // "+964 (0) 770…" keeps the trunk zero, and "964770…" forgets the plus: both are common on paper forms.
  const candidates = [
    plain.replace(/^00/, '+').replace(/^(\+?964)0/, '$1'),
    plain.replace(/^(?:00)?964/, '+964').replace(/^\+9640/, '+964'),
  ]
  for (const candidate of candidates) {
    const number = read(candidate)
    if (number?.isValid()) return { e164: number.number }
  }
  return INVALID
}

/** A stored number as people read it: national form at home (0770 123 4567), international elsewhere. */
export function formatPhone(e164: string): string {
  const number = read(e164)
  if (!number) return e164
  return number.country === REGION ? number.formatNational() : number.formatInternational()
}
