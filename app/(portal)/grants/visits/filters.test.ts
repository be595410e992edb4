import { describe, expect, it } from 'vitest'
import { listHref, readFilters } from './filters'

const after = { dueOn: '2026-03-01', id: '019a0000-0000-7000-8000-000000000001' }

describe('the filters of the visits to make', () => {
  it('come back from their own address, the next page keeping them', () => {
    const href = listHref({ month: 12, isMine: true, after })
    expect(href).toBe(`/grants/visits?month=12&mine=1&after=2026-03-01.${after.id}`)
    const query = Object.fromEntries(new URL(href, 'http://x').searchParams)
    expect(readFilters(query)).toEqual({ month: 12, isMine: true, after })
  })

  it('leave out what makes no sense', () => {
    for (const month of ['2', '1 or 1=1', ['1', '3']]) expect(readFilters({ month }).month).toBeUndefined()
    expect(readFilters({ after: 'yesterday', mine: 'yes' })).toEqual({ month: undefined, isMine: false, after: null })
    expect(listHref({})).toBe('/grants/visits')
  })
})
