import fc from 'fast-check'
import { expect, it } from 'vitest'
import { inDinars, inOther } from './domain'

const rate = { filsPerDollar: 1_310_000, day: '2026-11-01' }

it('adds two currencies up only with a rate', () => {
  expect(inDinars([{ minor: 5000, currency: 'IQD' }], null)).toBe(5000n)
  expect(inDinars([{ minor: 1, currency: 'USD' }], null)).toBeNull()
  expect(
    inDinars(
      [
        { minor: 100, currency: 'USD' },
        { minor: 1000, currency: 'IQD' },
      ],
      rate,
    ),
  ).toBe(1_311_000n)
})

it('is exact for any amounts', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_000_000_000_000_000 }), (cents) => {
      expect(inDinars([{ minor: cents, currency: 'USD' }], rate)).toBe(BigInt(cents) * 13_100n)
    }),
  )
})

it.each([
  [1_310_000, 'IQD', { minor: 100, currency: 'USD' }],
  [2_000_000_000, 'IQD', { minor: 152_700, currency: 'USD' }],
  [100, 'USD', { minor: 1_310_000, currency: 'IQD' }],
  [152_672, 'USD', { minor: 2_000_003_000, currency: 'IQD' }],
] as const)('shows %d minor units of %s in the other currency', (minor, currency, shown) => {
  expect(inOther(minor, currency, { filsPerDollar: 1_310_000, day: '2026-01-01' })).toEqual(shown)
})
