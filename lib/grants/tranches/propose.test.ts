import { expect, it } from 'vitest'
import { monthsAfter, proposeSchedule } from './propose'

it('plans the next tranche for when its milestone should be reached', () => {
  const milestones = [
    { id: 'a', dueMonth: 2 },
    { id: 'b', dueMonth: 5 },
  ]
  expect(
    proposeSchedule({ amountMinor: 100, percents: [40, 40, 20], firstOn: '2026-01-31', milestones, unit: 1 }),
  ).toEqual([
    { amountMinor: 40, plannedOn: '2026-01-31', milestoneId: 'a' },
    { amountMinor: 40, plannedOn: '2026-03-31', milestoneId: 'b' },
    { amountMinor: 20, plannedOn: '2026-06-30', milestoneId: null },
  ])
  expect(monthsAfter('2027-12-31', 2)).toBe('2028-02-29')
})
