import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { breakLines } from './lines'
import { drawable, orderParagraph, runsOfLine } from './order'

/** What stands on the line from left to right, as eyes see it: right-to-left runs written backwards. */
function seen(text: string, direction: 'rtl' | 'ltr' = 'rtl'): string {
  const paragraph = orderParagraph(text, direction)
  return runsOfLine(paragraph, { start: 0, end: paragraph.text.length })
    .map((run) => (run.isRightToLeft ? [...run.text].reverse().join('') : run.text))
    .join('')
    .replaceAll('\u00a0', ' ')
}

const anyText = fc.string({
  unit: fc.constantFrom(...'سلام ڕێە (){}[]/%+-.,:0123٤٥abc\u2067\u2069\u200f😀中\n'),
  maxLength: 60,
})

describe('the order of a line', () => {
  it.each([
    ['المرجع GRT-2026-00042 هنا', 'انه GRT-2026-00042 عجرملا'],
    ['هاتف +964 770 123 4567', '+964 770 123 4567 فتاه'],
    ['هاتف 0770 123 4567', '0770 123 4567 فتاه'],
    ['يوم 2026-03-14 و14/03/2026', '14/03/2026و 2026-03-14 موي'],
    ['نسبة 80% منها', 'اهنم 80% ةبسن'],
    ['(علي)', '(يلع)'],
    ['ماكينة (JUKI DDL-8700)', '(JUKI DDL-8700) ةنيكام'],
    ['انظر https://sanad.iq/v/1/', 'https://sanad.iq/v/1/ رظنا'],
    ['Sewing shop (2 machines).', 'Sewing shop (2 machines).'],
  ])('%s', (text, expected) => {
    expect(seen(text)).toBe(expected)
  })

  it('reads an Arabic name in an English line from the right', () => {
    expect(seen('Paid to علي حسن (1990).', 'ltr')).toBe('Paid to نسح يلع (1990).')
    expect(seen('To علي (أبو حسن) now', 'ltr')).toBe('To (نسح وبأ) يلع now')
    expect(seen('To (علي) now', 'ltr')).toBe('To (يلع) now')
  })

  it('lets no override turn a name around', () => {
    expect(seen('\u202Eabc\u202C', 'ltr')).toBe('abc')
  })

  it('loses no character', () => {
    const letters = (text: string) =>
      [...text.replace(/[\s\u200e\u200f\u061c\u2066-\u2069()[\]{}]/gu, '')].sort().join('')
    fc.assert(
      fc.property(anyText, fc.constantFrom('rtl' as const, 'ltr' as const), (text, direction) => {
        expect(letters(seen(text, direction))).toBe(letters(drawable(text)))
      }),
    )
  })

  it('draws letters of old programs as plain ones', () => {
    expect(drawable('\uFEB3\uFEFC\uFEE1')).toBe('سلام')
  })
})

describe('breakLines', () => {
  const measure = (text: string) => [...text].length

  it('breaks between words', () => {
    const text = 'one two  three fourteen'
    expect(breakLines(text, 9, measure).map(({ start, end }) => text.slice(start, end))).toEqual([
      'one two',
      'three',
      'fourteen',
    ])
  })

  it('cuts a word that is wider than the line, never inside a letter and its marks', () => {
    const text = 'مُحَمَّد'
    const parts = breakLines(text, 2, measure).map(({ start, end }) => text.slice(start, end))
    expect(parts).toEqual(['مُ', 'حَ', 'مَّ', 'د'])
  })

  it('has every character but white space on exactly one line, none wider than asked', () => {
    fc.assert(
      fc.property(anyText.map(drawable), fc.integer({ min: 1, max: 30 }), (text, width) => {
        const lines = breakLines(text, width, measure).map(({ start, end }) => text.slice(start, end))
        expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''))
        for (const line of lines) {
          expect(line.trim()).not.toBe('')
          if ([...new Intl.Segmenter().segment(line)].length > 1) expect(measure(line)).toBeLessThanOrEqual(width)
        }
      }),
    )
  })
})
