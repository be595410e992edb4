import { createHmac, randomBytes, randomInt } from 'node:crypto'
import { toAsciiDigits } from '../../digits'
import { env } from '../../env'
import { casesOf } from '../../programmes'

/** 128 random bits for an address, safe in a URL. */
export function newSlipToken(): string {
  return randomBytes(16).toString('base64url')
}

/** Ten digits: every keyboard in Iraq has them, they are read out over a phone, and none looks like another. */
export function newShortCode(): string {
  return String(randomInt(10_000_000_000)).padStart(10, '0')
}

/** A short code as it is printed: `123-456-7890`. Gaps would let a line of Arabic turn its parts around. */
export function spacedCode(code: string): string {
  return `${code.slice(0, 3)}-${code.slice(3, 6)}-${code.slice(6)}`
}

/**
 * What is stored of a short code. Ten digits are soon tried where only a hash stands in the way, so it is made with this
 * deployment's secret: a stolen database yields none.
 */
export function hashCode(reference: string, code: string): string {
  return createHmac('sha256', env().AUTH_SECRET).update(`slip\n${reference}\n${code}`).digest('hex')
}

/** A short code as typed, in any digits and with any gaps; null when it is none. */
export function readCode(typed: string): string | null {
  const digits = toAsciiDigits(typed.slice(0, 100)).replace(/[\s.\-–]/g, '')
  return /^\d{10}$/.test(digits) ? digits : null
}

/** A reference as typed: `REF-2026-00042`, or only its numbers, since Arabic keyboards have no Latin letters. Null when it is none. */
export function readReference(typed: string): string | null {
  const parts = /^(?:[a-z]+\W*)?(\d{4})\D+(\d{1,9})$/i.exec(toAsciiDigits(typed.slice(0, 100)).trim())
  return parts ? `${casesOf('health').prefix}-${parts[1]}-${Number(parts[2]).toString().padStart(5, '0')}` : null
}
