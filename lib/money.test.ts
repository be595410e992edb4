import { describe, expect, it } from 'vitest'
import { parseMoney } from './money'

describe('parseMoney', () => {
  it.each([
    ['1500000', 'IQD', 1_500_000_000],
    ['1,500,000', 'IQD', 1_500_000_000],
    ['١٬٥٠٠٬٠٠٠', 'IQD', 1_500_000_000],
    ['۱۵۰۰', 'IQD', 1_500_000],
    [' 250.5 ', 'USD', 25_050],
    ['٢٥٠٫٥٠', 'USD', 25_050],
    ['0', 'USD', 0],
  ] as const)('reads %s %s', (text, currency, minor) => expect(parseMoney(text, currency)).toBe(minor))

  it.each(['', '-5', '1e18', '999999999999999999', '12.345', 'ten', '1,50', '1.2.3', '٪', '5 IQD'])(
    'refuses %s',
    (text) => expect(parseMoney(text, 'USD')).toBeNull(),
  )
})
