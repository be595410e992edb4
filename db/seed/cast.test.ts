import { describe, expect, it } from 'vitest'
import { castOf, momentsOf, type Target } from './cast'
import { createRandom } from './random'

const cast = castOf(createRandom(2026).fork('cast'))
const promised: readonly Target[] = ['approved', 'agreement', 'paying', 'suspended', 'monitoring', 'completed']

describe('the applications of the demo', () => {
  it('come to more than 200 packages in the district of Falluja', () => {
    const inFalluja = cast.filter((part) => promised.includes(part.target) && part.team !== 'ramadi')
    expect(inFalluja.length).toBeGreaterThanOrEqual(200)
  })

  it('leave the completed ones a year after the first payment, which takes seventeen steps', () => {
    const paidDaysAgo = cast
      .filter((part) => part.target === 'completed')
      .map((part) => part.beganDaysAgo - ((part.beganDaysAgo - part.endedDaysAgo) * 17) / part.steps)
    expect(paidDaysAgo.length).toBeGreaterThan(50)
    expect(Math.min(...paidDaysAgo)).toBeGreaterThan(366)
  })

  it('begin in the fifteen months of the office, and tell their steps one after the other up to today', () => {
    const today = new Date('2026-11-26T10:00:00Z')
    for (const part of cast) {
      expect(part.beganDaysAgo).toBeLessThanOrEqual(455)
      const times = momentsOf(part, today).map((at) => at.getTime())
      expect(times).toHaveLength(part.steps)
      expect(new Set(times).size).toBe(part.steps)
      expect([...times].sort((a, b) => a - b)).toEqual(times)
      expect(times.at(-1)).toBeLessThanOrEqual(today.getTime())
    }
  })
})
