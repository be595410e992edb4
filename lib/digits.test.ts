import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleanLines, cleanText, toAsciiDigits } from './digits'

describe('toAsciiDigits', () => {
  it('reads both eastern digit sets and leaves the rest', () => {
    expect(toAsciiDigits('٠١٢٣٤٥٦٧٨٩')).toBe('0123456789')
    expect(toAsciiDigits('۰۱۲۳۴۵۶۷۸۹')).toBe('0123456789')
    expect(toAsciiDigits('شارع ٤٠, 7 م')).toBe('شارع 40, 7 م')
  })
})

describe('cleanText', () => {
  it('drops what cannot be seen', () => {
    expect(cleanText('  \u202Eأحمد\u202C \u200F علي\uFEFF ')).toBe('أحمد علي')
    expect(cleanText('a\u0000b\u2066c\u2069\u200B\u00AD')).toBe('abc')
    expect(cleanText('one\r\n two\tthree\u2028four')).toBe('one two three four')
    expect(cleanText('x\uD800y')).toBe('xy')
  })

  it('reads the old Kurdish spelling of ە and keeps no other non-joiner', () => {
    expect(cleanText('ئه\u200Cحمه\u200Cد')).toBe('ئەحمەد')
    expect(cleanText('می\u200Cرود')).toBe('میرود')
  })

  it('composes, so that the same text is the same string', () => {
    expect(cleanText('\u0627\u0654حمد')).toBe('أحمد')
  })

  it('is idempotent and leaves nothing invisible', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const once = cleanText(text)
        expect(cleanText(once)).toBe(once)
        expect(once).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]/u)
      }),
    )
  })

  it('takes a very long text: in squared time this would not end', () => {
    expect(cleanText('\u202E ا'.repeat(100_000))).toHaveLength(199_999)
  })
})

describe('cleanLines', () => {
  it('keeps paragraphs', () => {
    expect(cleanLines(' one \r\n\r\n\r\n\r\n two\u202E \n')).toBe('one\n\ntwo')
  })
})
