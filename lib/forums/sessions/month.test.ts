import { expect, it } from 'vitest'
import { daysIn, monthsAfter, readMonth } from './month'

it('reads a month and nothing else', () => {
  expect(readMonth('2026-11')).toBe('2026-11')
  for (const text of ['2026-13', '2026-00', '2026-1', '1999-01', '2026-11-01', '', undefined, ['2026-11']])
    expect(readMonth(text), String(text)).toBeNull()
})

it('walks over the turn of the year both ways', () => {
  expect(monthsAfter('2026-12', 1)).toBe('2027-01')
  expect(monthsAfter('2026-01', -1)).toBe('2025-12')
})

it('has the days of each month, weeks beginning on Sunday', () => {
  expect(daysIn('2026-11')).toMatchObject({ firstColumn: 1 })
  expect(daysIn('2026-11').days).toHaveLength(30)
  expect(daysIn('2028-02').days.at(-1)).toBe('2028-02-29')
  expect(daysIn('2026-08')).toMatchObject({ firstColumn: 7 })
})
