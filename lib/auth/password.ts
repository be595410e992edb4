import { hash, verify } from '@node-rs/argon2'
import { commonBases } from './common-passwords'

/** NIST SP 800-63B: length and a list of common ones; no rules of composition. */
export const shortestPassword = 12
const longestPassword = 200

/** Letters only, lower case, figures and signs at the ends dropped, the usual replacements undone: `P@ssw0rd2024!!` is `password`. */
function baseOf(text: string): string {
  const bare = text.toLowerCase().replace(/^[^\p{L}@$]+|[^\p{L}]+$/gu, '')
  const plain = bare.replaceAll('@', 'a').replaceAll('$', 's').replaceAll('0', 'o').replaceAll('3', 'e')
  return plain.replace(/[^\p{L}]/gu, '')
}

/** Made of one short piece again and again (`abcabcabcabc`, `111111111111`), or of neighbours (`123456789012`). */
function isPattern(text: string): boolean {
  if (/^(.{1,4})\1+.{0,3}$/u.test(text)) return true
  const steps = [...text].slice(1).map((char, index) => char.charCodeAt(0) - text.charCodeAt(index))
  const even = steps.filter((step) => step === 1 || step === -1 || step === 0).length
  return even >= steps.length * 0.8
}

/** The message key of what is wrong with a new password, or null. */
export function checkPassword(text: string): string | null {
  if ([...text].length < shortestPassword) return 'auth.password.too_short'
  if (text.length > longestPassword) return 'auth.password.too_long'
  if (isPattern(text.toLowerCase()) || commonBases.has(baseOf(text))) return 'auth.password.too_common'
  return null
}

/** Argon2id with the library's defaults (19 MiB, two passes), as OWASP ASVS 5.0 asks. */
export function hashPassword(text: string): Promise<string> {
  return hash(text)
}

/** A hash of nothing anyone knows: verifying it takes as long as a real one, so an unknown user answers no faster. */
const decoy = hash(crypto.randomUUID())

export async function verifyPassword(stored: string | null, text: string): Promise<boolean> {
  if (text.length > longestPassword) return false
  const matches = await verify(stored ?? (await decoy), text)
  return matches && stored !== null
}
