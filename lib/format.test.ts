import { describe, expect, it } from 'vitest'
import { formatter } from './format'

describe('formats', () => {
  it('names months as Iraq does', () => {
    expect(formatter('en').date('2026-11-23')).toBe('23 November 2026')
    expect(formatter('ar').date('2026-11-23')).toContain('تشرين الثاني')
    expect(formatter('ckb').date('2026-11-23')).toContain('2026')
  })

  it('shows moments as clocks in Baghdad show them', () => {
    expect(formatter('en').time('2026-11-23T21:30:00Z')).toBe('00:30')
    expect(formatter('en').date('2026-11-23T21:30:00Z')).toBe('24 November 2026')
  })

  it('counts days by the calendar in Baghdad', () => {
    const now = new Date('2026-11-23T22:00:00Z')
    expect(formatter('en').relativeDay('2026-11-24', now)).toBe('today')
    expect(formatter('en').relativeDay('2026-11-21', now)).toBe('3 days ago')
  })

  it('shows money from minor units', () => {
    expect(formatter('en').money(3_500_000_000, 'IQD').replace(/\s/g, ' ')).toBe('IQD 3,500,000')
    expect(formatter('en').money(12_345, 'USD').replace(/\s/g, ' ')).toBe('USD 123.45')
  })
})
