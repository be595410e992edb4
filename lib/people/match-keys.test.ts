import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { matchKeys } from './match-keys'

const arabic = {
  given: 'عبد الرحمن',
  father: 'محمد',
  grandfather: 'حسين',
  family: 'الدليمي',
  birth: { date: '1985-03-04' },
}
const latin = {
  given: 'Abdul Rahman',
  father: 'Mohammed',
  grandfather: 'Hussain',
  family: 'Al-Dulaimi',
  birth: { date: '1985-07-01' },
}
const share = (a: string[], b: string[]) => a.some((key) => b.includes(key))

describe('matchKeys', () => {
  it('is what is stored: a change here needs a rebuild of the column', () => {
    expect(matchKeys(arabic)).toEqual([
      'a:abdrhmn|mhmd|hsn',
      'b:abdrhmn|mhmd|dlm',
      'c:abdrhmn|hsn|dlm',
      'd:mhmd|hsn|dlm',
      'e:abdrhmn|mhmd|1985',
      'f:abdrhmn|dlm|1985',
    ])
    expect(matchKeys({ given: 'علي' })).toEqual([])
    expect(matchKeys({ given: 'أبو علي', father: 'محمد', birth: { date: '1985-01-01' } })).toEqual([])
  })

  it('is the same across scripts', () => {
    for (const key of matchKeys(arabic)) expect(matchKeys(latin)).toContain(key)
  })

  it('survives one wrong or missing name part in either record', () => {
    const part = fc.constantFrom('given', 'father', 'grandfather', 'family')
    const value = fc.constantFrom(null, 'زيد', 'Something')
    fc.assert(
      fc.property(part, value, (position, wrong) => {
        const other = { ...latin, birth: null, [position]: wrong ?? '' }
        expect(share(matchKeys(arabic), matchKeys(other))).toBe(true)
      }),
    )
  })

  it('survives two missing parts when the birth year is known', () => {
    expect(share(matchKeys(arabic), matchKeys({ ...latin, grandfather: null, family: null }))).toBe(true)
    expect(share(matchKeys(arabic), matchKeys({ ...latin, father: null, grandfather: null }))).toBe(true)
  })
})
