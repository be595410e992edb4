import { describe, expect, it } from 'vitest'
import { documentNumberHint, normaliseDocumentNumber } from './documents-of-identity'

describe('normaliseDocumentNumber', () => {
  it('makes what is the same number the same string', () => {
    expect(normaliseDocumentNumber('passport', ' a-1234 5678 ')).toBe('A12345678')
    expect(normaliseDocumentNumber('national_card', '١٩٨٥ ٠١٢٣ ٤٥٦٧')).toBe('198501234567')
    expect(normaliseDocumentNumber('civil_id', '00/123-456\u200F')).toBe('00123456')
  })
  it('keeps nothing for no document', () => {
    expect(normaliseDocumentNumber('none', '123')).toBeNull()
    expect(normaliseDocumentNumber('passport', ' -- ')).toBeNull()
    expect(normaliseDocumentNumber('passport', null)).toBeNull()
  })
})

describe('documentNumberHint', () => {
  it('is silent on usual numbers', () => {
    expect(documentNumberHint('national_card', '1985-0123-4567')).toBeNull()
    expect(documentNumberHint('passport', 'A1234567')).toBeNull()
    expect(documentNumberHint('none', 'anything')).toBeNull()
    expect(documentNumberHint('civil_id', '')).toBeNull()
  })
  it('hints at unusual ones', () => {
    expect(documentNumberHint('national_card', '12345')).toBe('people.documentHint.national_card')
    expect(documentNumberHint('passport', '12')).toBe('people.documentHint.passport')
  })
})
