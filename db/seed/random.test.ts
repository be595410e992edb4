import { describe, expect, it } from 'vitest'
import { createRandom } from './random'

describe('createRandom', () => {
  it('gives the same for the same seed', () => {
    const draw = (seed: number) => Array.from({ length: 5 }, createRandom(seed).next)
    expect(draw(1)).toEqual(draw(1))
    expect(draw(1)).not.toEqual(draw(2))
  })
  it('stays within what was asked', () => {
    const random = createRandom(7)
    for (let i = 0; i < 2000; i++) {
      expect([3, 4, 5]).toContain(random.int(3, 5))
      expect(['a', 'b']).toContain(random.pick(['a', 'b']))
      expect(
        random.weighted([
          ['never', 0],
          ['always', 1],
        ]),
      ).toBe('always')
      const day = random.dateBetween('2025-12-30', '2026-01-02')
      expect(['2025-12-30', '2025-12-31', '2026-01-01', '2026-01-02']).toContain(day)
    }
    expect(() => random.pick([])).toThrow()
    expect(random.shuffle([1, 2, 3]).sort()).toEqual([1, 2, 3])
  })
  it('forks by label, not by position', () => {
    const random = createRandom(7)
    const first = random.fork('people').next()
    random.next()
    expect(random.fork('people').next()).toBe(first)
    expect(random.fork('grants').next()).not.toBe(first)
  })
})
