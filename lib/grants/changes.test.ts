import { describe, expect, it } from 'vitest'
import { changesBetween } from './changes'

const card = (amountMinor: number, score: number | null = 40) => ({
  request: { amountMinor, purpose: 'Oven', sector: 'food' },
  screening: score === null ? null : { score },
  plan: { totalMinor: amountMinor, ownContributionMinor: 0, description: 'Bread' },
})

describe('changesBetween', () => {
  it('finds nothing between equal cards', () => expect(changesBetween(card(1), card(1))).toEqual([]))
  it('names what changed, money as money', () =>
    expect(changesBetween(card(1), card(2))).toEqual([
      { key: 'grants.facts.amount', before: 1, now: 2, isMoney: true },
      { key: 'plan.total', before: 1, now: 2, isMoney: true },
    ]))
  it('shows what was not there before', () =>
    expect(changesBetween(card(1, null), card(1))).toEqual([
      { key: 'grants.screening.score', before: null, now: 40, isMoney: false },
    ]))
})
