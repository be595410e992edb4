/**
 * Text as people type it, made safe to store and compare. Pure; every schema runs its text through here.
 *
 * Digits: Arabic-Indic (٠–٩) and Persian/Kurdish (۰–۹) keyboards are both common in Iraq.
 * Invisible characters: bidi controls can make a name read as another one, and zero-width characters make two equal
 * names unequal, so none is ever stored. The zero-width non-joiner too: old Kurdish keyboards write ە as ه + ZWNJ;
 * that pair becomes the letter it stands for, and any other ZWNJ is dropped.
 */

const FOREIGN_DIGIT = /[\u0660-\u0669\u06F0-\u06F9]/g
const LINE_BREAK = /\r\n?|[\n\u0085\u2028\u2029]/g
const HEH_NON_JOINER = /(\p{Script=Arabic})\u0647\u200C/gu
// Controls, format characters (bidi, zero-width, soft hyphen, tags) and lone surrogates, which Postgres cannot store.
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}]/gu
const SPACES = /\s+/gu

/** The text with Arabic-Indic and Persian digits as ASCII; everything else untouched. */
export function toAsciiDigits(text: string): string {
  // The low four bits of both digit blocks are the digit's value.
  return text.replace(FOREIGN_DIGIT, (digit) => String(digit.charCodeAt(0) & 0x0f))
}

function cleanLine(text: string): string {
  return text
    .replace(/\t/g, ' ')
    .replace(HEH_NON_JOINER, '$1\u06D5')
    .replace(INVISIBLE, '')
    .normalize('NFC')
    .replace(SPACES, ' ')
    .trim()
}

/** One line of typed text: NFC, no invisible or control characters, white space collapsed and trimmed. Idempotent. */
export function cleanText(text: string): string {
  return cleanLine(text.replace(LINE_BREAK, ' '))
}

/** As `cleanText`, for notes and descriptions: keeps line breaks, at most one empty line in a row. Idempotent. */
export function cleanLines(text: string): string {
  const lines = text.replace(LINE_BREAK, '\n').split('\n').map(cleanLine)
  return lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}
