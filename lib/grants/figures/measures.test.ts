import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { leastShown } from '../../small-groups'
import { type FigureRow, isWithheld, withhold } from './measures'

const none = { IQD: 0, USD: 0 }
const row = (value: string, applications: number, dimension: FigureRow['dimension'] = 'sex'): FigureRow => ({
  dimension,
  value,
  applications,
  approvals: 0,
  committed: none,
  released: none,
  spent: none,
  visited: { 3: 0, 6: 0, 12: 0 },
  operating: { 3: 0, 6: 0, 12: 0 },
  jobsPlanned: { women: 0, men: 0 },
  jobsActual: { women: 0, men: 0 },
})

describe('small groups', () => {
  it('are withheld, and with a single one the next smallest too', () => {
    const shown = withhold([row('a', 3, 'district'), row('b', 40, 'district'), row('c', 12, 'district')])
    expect(shown.map((one) => [one.value, isWithheld(one, 'applications')])).toEqual([
      ['a', true],
      ['b', false],
      ['c', true],
    ])
  })

  it('need no neighbour when two are small already', () => {
    const shown = withhold([row('a', 3, 'district'), row('b', 4, 'district'), row('c', 12, 'district')])
    expect(shown.map((one) => isWithheld(one, 'applications'))).toEqual([true, true, false])
  })

  it('cannot be worked out from the total and the rest', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 2, maxLength: 8 }), (counts) => {
        const shown = withhold(counts.map((count, index) => row(String(index), count)))
        const hidden = shown.filter((one) => isWithheld(one, 'applications'))
        expect(shown.every((one) => isWithheld(one, 'applications') || one.applications >= leastShown)).toBe(true)
        expect(hidden.length).not.toBe(1)
      }),
    )
  })

  it('leaves a group of none as it is: nobody is there to be recognised', () => {
    expect(withhold([row('a', 0), row('b', 9)]).some((one) => isWithheld(one, 'applications'))).toBe(false)
  })

  it('are looked for in each count: many may have applied and few been approved', () => {
    const shown = withhold([
      { ...row('a', 30), approvals: 2 },
      { ...row('b', 40), approvals: 20 },
      { ...row('c', 50), approvals: 9 },
    ])
    expect(shown.map((one) => isWithheld(one, 'committed'))).toEqual([true, false, true])
    expect(shown.some((one) => isWithheld(one, 'applications'))).toBe(false)
  })
})
