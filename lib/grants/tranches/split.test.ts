import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { splitAmount } from './split'

describe('the parts of a grant', () => {
  it('are the round’s shares in whole dinars, the last taking the rest', () => {
    expect(splitAmount(2_000_001_000, [40, 40, 20], 1000)).toEqual([800_000_000, 800_000_000, 400_001_000])
  })

  it('are exactly the amount, whatever it is, and none is zero', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1_000_000_000_000 }),
        fc.array(fc.integer({ min: 1, max: 98 }), { minLength: 1, maxLength: 6 }),
        (amount, percents) => {
          const parts = splitAmount(amount, percents, 1000)
          expect(parts.reduce((sum, part) => sum + part, 0)).toBe(amount)
          expect(parts.every((part) => Number.isInteger(part) && part > 0)).toBe(true)
        },
      ),
    )
  })
})
