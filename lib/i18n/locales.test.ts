import { describe, expect, it } from 'vitest'
import { localeFromHeader } from './locales'

describe('the language a browser asks for', () => {
  it.each([
    ['ar-IQ,ar;q=0.9,en;q=0.8', 'ar'],
    ['ckb,ar;q=0.9', 'ckb'],
    ['ku-Arab-IQ,en;q=0.5', 'ckb'],
    ['de,en;q=0.5,ar;q=0.7', 'ar'],
    ['en;q=0,ar;q=0.1', 'ar'],
    ['de', 'en'],
    ['', 'en'],
    [null, 'en'],
  ])('%s → %s', (header, locale) => expect(localeFromHeader(header)).toBe(locale))
})
