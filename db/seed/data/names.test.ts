import { describe, expect, it } from 'vitest'
import { compareNamePart } from '../../../lib/people/name-match'
import { familyNames, femaleNames, maleNames } from './names'

describe('names of the demo', () => {
  it('are many and distinct', () => {
    expect(maleNames.length).toBeGreaterThanOrEqual(120)
    expect(femaleNames.length).toBeGreaterThanOrEqual(80)
    expect(familyNames.length).toBeGreaterThanOrEqual(50)
    for (const list of [maleNames, femaleNames, familyNames])
      expect(new Set(list.map((name) => name.ar)).size).toBe(list.length)
  })

  it.each([
    ['male', maleNames, false],
    ['female', femaleNames, false],
    ['family', familyNames, true],
  ] as const)('every Latin spelling of a %s name is recognised as its Arabic', (_, names, isFamily) => {
    const lost = names.flatMap(({ ar, latin }) =>
      latin.filter((spelling) => compareNamePart(ar, spelling, isFamily) === 'different').map((one) => `${ar} ${one}`),
    )
    expect(lost).toEqual([])
  })
})
