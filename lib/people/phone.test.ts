import { describe, expect, it } from 'vitest'
import { formatPhone, parsePhone } from './phone'

describe('parsePhone', () => {
  it.each([
    '0770 123 4567',
    '07701234567',
    '770 123 4567',
    '+964 770 123 4567',
    '00964 770 123 4567',
    '009647701234567',
    '9647701234567',
    '+964 (0)770 123-4567',
    '00964 0770 123 4567',
    '٠٧٧٠١٢٣٤٥٦٧',
    '۰۷۷۰ ۱۲۳ ۴۵۶۷',
    '\u202A0770 123 4567\u202C',
  ])('reads %s', (text) => {
    expect(parsePhone(text)).toEqual({ e164: '+9647701234567' })
  })

  it.each([
    ['0780 000 0001', '+9647800000001'],
    ['0751 000 0001', '+9647510000001'],
    ['01 717 1234', '+96417171234'],
    ['024 421234', '+96424421234'],
    ['+962 7 9012 3456', '+962790123456'],
    ['0031 6 12345678', '+31612345678'],
  ])('reads %s as %s', (text, e164) => {
    expect(parsePhone(text)).toEqual({ e164 })
  })

  it.each(['', 'none', '0770', '0770 123 456', '0770 123 4567 0770 123 4568', '0770 call Ali', "0770'; drop table"])(
    'refuses "%s"',
    (text) => {
      expect(parsePhone(text)).toEqual({ error: 'errors.phone' })
    },
  )
})

describe('formatPhone', () => {
  it('shows the national form at home', () => {
    expect(formatPhone('+9647701234567')).toBe('0770 123 4567')
    expect(formatPhone('+962790123456')).toBe('+962 7 9012 3456')
    expect(formatPhone('not a number')).toBe('not a number')
  })
})
