import bidiFactory from 'bidi-js'

/**
 * In which order text stands on a line. Pure. The Unicode bidirectional algorithm works on a paragraph, yet puts the
 * runs in order line by line: so a paragraph is ordered once, broken by width, and each line laid out by itself.
 */

export type Direction = 'ltr' | 'rtl'

/** A paragraph ready to be broken into lines: its text, and how deep each character is embedded (odd: right to left). */
export type Paragraph = { text: string; levels: Uint8Array | null; direction: Direction }

/** Part of a paragraph that stands on one line: from `start` up to, not including, `end`. */
export type Span = { start: number; end: number }

/** Characters that stand together in one direction. `text` is in reading order. */
export type Run = { text: string; isRightToLeft: boolean }

const bidi = bidiFactory()

const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u
const ARABIC_LETTER = /(?=\p{L})[\p{Script=Arabic}\p{Script=Hebrew}]/u
const OTHER_LETTER = /(?!\p{Script=Arabic}|\p{Script=Hebrew})\p{L}/u
// Overrides and embeddings turn letters around and make one name read as another; isolates only keep things apart.
const OVERRIDE = /[\u202A-\u202E]/g
const ISOLATE = /[\u2066-\u2069\u200E\u200F\u061C]/
const SPACE = /[\t\v\f\u0085\u2028\u2029\u2000-\u200A\u3000]/g
// Letters as old programs store them, one code for each shape; the plain letter takes its shape by itself.
const PRESENTATION = /[\uFB50-\uFDFF\uFE70-\uFEFC]/g
const UNSEEN = /(?!\u200C|\u200D|[\u200E\u200F\u061C\u2066-\u2069])(?:[\p{Cc}\p{Cf}]|[\u{FE00}-\u{FE0F}])/gu

/** A phone number: it is never broken over two lines. */
const PHONE = /\+\d[\d ()-]{5,}\d|\b0\d{2,3}(?:[ -]\d{3,4}){2}\b/g
// What people read from left to right inside an Arabic line, whatever stands around it: web addresses, phone numbers,
// dates, shares. The plain algorithm turns `0770 123 4567` and `2026-03-14` around behind Arabic; behind Latin letters
// it does right by itself, and what belongs together (`JUKI DDL-8700`) must not be set apart.
const LEFT_TO_RIGHT =
  /(?<![A-Za-z][^\p{Script=Arabic}]*)(?:https?:\/\/[\w\-./?=&%#]+|\+\d[\d\u00A0()-]{5,}\d|\b0\d{2,3}(?:[\u00A0-]\d{3,4}){2}\b|\b\d+(?:[-/.:,][A-Za-z\d]+)+%?|\b\d+%)/gu

// Arabic inside an English line, with what stands between its words: a year in brackets behind a name is not part of it.
const ARABIC_WORDS = /\p{Script=Arabic}(?:[^A-Za-z]*[\p{Script=Arabic}\p{M}])?[)\]}\u00BB]?/gu

/** Keeps apart what reads the other way than its line, so that neither pulls at what stands beside it. */
function setApart(text: string, direction: Direction): string {
  if (ISOLATE.test(text)) return text
  if (direction === 'rtl') return text.replace(LEFT_TO_RIGHT, '\u2066$&\u2069')
  return text.replace(ARABIC_WORDS, (words) => {
    const isClosed = /[([{\u00AB]/.test(words) || !/[)\]}\u00BB]$/.test(words)
    return isClosed ? `\u2067${words}\u2069` : `\u2067${words.slice(0, -1)}\u2069${words.slice(-1)}`
  })
}

/** Which way the paragraph reads: as the document, unless all its letters are of the other kind. */
export function directionOfText(text: string, document: Direction): Direction {
  if (document === 'rtl') return OTHER_LETTER.test(text) && !ARABIC_LETTER.test(text) ? 'ltr' : 'rtl'
  return ARABIC_LETTER.test(text) && !OTHER_LETTER.test(text) ? 'rtl' : 'ltr'
}

/** The text as it can be drawn: composed, without overrides, control characters, variation selectors and line ends. */
export function drawable(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\r\n]+/g, ' ')
    .replace(SPACE, ' ')
    .replace(/[\u2010\u2011]/g, '-')
    .replace(PRESENTATION, (form) => form.normalize('NFKC'))
    .replace(OVERRIDE, '')
    .replace(UNSEEN, '')
    .replace(/\p{Cs}/gu, '\uFFFD')
}

/** Orders one paragraph of a document that reads in `document` direction. */
export function orderParagraph(raw: string, document: Direction): Paragraph {
  const clean = drawable(raw).replace(PHONE, (phone) => phone.replaceAll(' ', '\u00A0'))
  const direction = directionOfText(clean, document)
  if (direction === 'ltr' && !RIGHT_TO_LEFT.test(clean) && !ISOLATE.test(clean))
    return { text: clean, levels: null, direction }
  const text = setApart(clean, direction)
  return { text, levels: bidi.getEmbeddingLevels(text, direction).levels, direction }
}

/** Turns the runs of a line, which stand in reading order, into the order from left to right. Rule L2 of UAX #9. */
function fromLeft<T extends { level: number }>(runs: T[]): T[] {
  const ordered = [...runs]
  const deepest = Math.max(0, ...runs.map(({ level }) => level))
  for (let level = deepest; level > 0; level--) {
    for (let at = 0; at < ordered.length; at++) {
      let end = at
      while (end < ordered.length && (ordered[end]?.level ?? 0) >= level) end++
      if (end > at) ordered.splice(at, end - at, ...ordered.slice(at, end).reverse())
      at = end
    }
  }
  return ordered
}

/** The runs of one line, from left to right on the paper. Brackets of right-to-left runs are already mirrored. */
export function runsOfLine({ text, levels }: Paragraph, { start, end }: Span): Run[] {
  if (!levels) return start < end ? [{ text: text.slice(start, end), isRightToLeft: false }] : []
  const runs: { text: string; level: number }[] = []
  for (let at = start; at < end; at++) {
    const level = levels[at] ?? 0
    const character = text.charAt(at)
    const drawn = level % 2 === 1 ? (bidi.getMirroredCharacter(character) ?? character) : character
    const last = runs.at(-1)
    if (last?.level === level) last.text += drawn
    else runs.push({ text: drawn, level })
  }
  return fromLeft(runs)
    .map(({ text: run, level }) => ({
      text: run.replace(/[\u2066-\u2069\u200E\u200F\u061C]/g, ''),
      isRightToLeft: level % 2 === 1,
    }))
    .filter(({ text: run }) => run !== '')
}
