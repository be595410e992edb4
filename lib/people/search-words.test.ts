import { describe, expect, it } from 'vitest'
import { neighbours, searchWords } from './search-words'

describe('searchWords', () => {
  it('folds and joins as names are folded', () => {
    expect(searchWords('عبد الرحمن  مُحَمَّد').map(({ word }) => word)).toEqual(['عبدالرحمن', 'محمد'])
    expect(searchWords('Mohammed')[0]?.skeletons).toEqual(searchWords('محمد')[0]?.skeletons)
    expect(searchWords('العيساوي')[0]?.forms).toEqual(['العيساوي', 'عيساوي'])
  })
  it('gives nothing for signs only and stops at six words', () => {
    expect(searchWords("%' _ -- ;")).toEqual([])
    expect(searchWords('a b c d e f g h')).toHaveLength(6)
  })
})

describe('neighbours', () => {
  it('has each slip of one letter', () => {
    const near = neighbours('حسين')
    for (const slip of ['حسن', 'حسيين', 'حشين', 'حسني', 'حسينا', 'احسين']) expect(near).toContain(slip)
    expect(near).not.toContain('حسين')
  })
  it('leaves very short and very long words alone', () => {
    expect(neighbours('ab')).toEqual([])
    expect(neighbours('a'.repeat(40))).toEqual([])
  })
})
