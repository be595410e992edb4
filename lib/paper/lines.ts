import type { Span } from './order'

/** How wide a piece of text is, in points. */
export type Measure = (text: string) => number

/** Where a text may be broken: words with the white space behind them. A non-breaking space is part of its word. */
const WORDS = /[^ ]+| +/g

const clusters = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** Cuts a word that is wider than the line into parts that fit, never inside what people see as one character. */
function cutWord(word: string, start: number, width: number, measure: Measure): Span[] {
  const parts: Span[] = []
  let from = 0
  let to = 0
  for (const { segment, index } of clusters.segment(word)) {
    const end = index + segment.length
    if (to > from && measure(word.slice(from, end)) > width) {
      parts.push({ start: start + from, end: start + to })
      from = to
    }
    to = end
  }
  return [...parts, { start: start + from, end: start + to }]
}

/**
 * Breaks a text into lines no wider than `width`, between words; a word that is wider by itself is cut. White space
 * at the ends of lines is left out. Every other character is in exactly one span, in order. Pure.
 */
export function breakLines(text: string, width: number, measure: Measure): Span[] {
  const lines: Span[] = []
  const space = measure(' ')
  let line: Span | null = null
  let used = 0
  for (const { 0: token, index } of text.matchAll(WORDS)) {
    if (token.startsWith(' ')) {
      used += line ? space * token.length : 0
      continue
    }
    const wide = measure(token)
    if (line && used + wide <= width) {
      line.end = index + token.length
      used += wide
      continue
    }
    if (line) lines.push(line)
    const parts: Span[] =
      wide <= width ? [{ start: index, end: index + token.length }] : cutWord(token, index, width, measure)
    line = parts.pop() ?? null
    lines.push(...parts)
    used = line ? measure(text.slice(line.start, line.end)) : 0
  }
  return line ? [...lines, line] : lines
}
