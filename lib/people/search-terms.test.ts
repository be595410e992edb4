import { describe, expect, it } from 'vitest'
import { referencesFor, searchTerms } from './search-terms'

describe('referencesFor', () => {
  it('reads a reference however it is written', () => {
    for (const typed of ['GRT-2026-00042', 'grt-2026-42', 'GRT 2026 00042', 'Grt2026-42'])
      expect(referencesFor(typed, ['GRT'], 2026)).toEqual(['GRT-2026-00042'])
    expect(referencesFor('2026-42', ['GRT', 'REF'], 2026)).toEqual(['GRT-2026-00042', 'REF-2026-00042'])
    expect(referencesFor('42', ['GRT'], 2026)[0]).toBe('GRT-2026-00042')
    expect(referencesFor('42', ['GRT'], 2026)).toHaveLength(6)
  })
  it('takes nothing else for one', () => {
    for (const typed of ['', '0', 'XYZ-2026-1', 'GRT', '07701234567', 'علي'])
      expect(referencesFor(typed, ['GRT'], 2026)).toEqual([])
  })
})

describe('searchTerms', () => {
  it('reads eastern digits as a reference, a phone and a document', () => {
    expect(searchTerms('٤٢', ['GRT'], 2026).references[0]).toBe('GRT-2026-00042')
    expect(searchTerms('٠٧٧٠ ١٢٣ ٤٥٦٧', ['GRT'], 2026).phone).toBe('+9647701234567')
    expect(searchTerms('1985 0012 3456', [], 2026).documents).toContain('national_card:198500123456')
  })
  it('looks for names only where there is no digit', () => {
    expect(searchTerms('محمد علي', [], 2026)).toMatchObject({ phone: null, documents: [], references: [] })
    expect(searchTerms('محمد علي', [], 2026).words).toHaveLength(2)
    expect(searchTerms('A1234567', [], 2026).words).toEqual([])
  })
})
