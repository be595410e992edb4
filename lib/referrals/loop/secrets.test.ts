import { describe, expect, it } from 'vitest'
import { linkEnd, serviceOnPaper } from './domain'
import { newShortCode, newSlipToken, readCode, readReference, spacedCode } from './secrets'

describe('the secrets of a slip', () => {
  it('are 128 bits and ten digits, never twice the same', () => {
    const tokens = new Set(Array.from({ length: 200 }, newSlipToken))
    expect(tokens.size).toBe(200)
    for (const token of tokens) expect(token).toMatch(/^[\w-]{22}$/)
    for (let count = 0; count < 200; count++) expect(newShortCode()).toMatch(/^\d{10}$/)
  })

  it('come back from what is printed', () => {
    expect(spacedCode('0123456789')).toBe('012-345-6789')
    expect(readCode(spacedCode('0123456789'))).toBe('0123456789')
  })

  it.each([
    ['REF-2026-00042', 'REF-2026-00042'],
    ['ref 2026 42', 'REF-2026-00042'],
    ['2026-42', 'REF-2026-00042'],
    ['٢٠٢٦-٠٠٠٤٢', 'REF-2026-00042'],
    ['۲۰۲۶/۱۲۳۴۵۶', 'REF-2026-123456'],
    ['', null],
    ['REF-2026', null],
    ["REF-2026-1' or 1=1", null],
    ['9'.repeat(50), null],
  ])('reads the reference %s as %s', (typed, reference) => {
    expect(readReference(typed)).toBe(reference)
  })

  it.each(['', '123456789', '12345678901', 'abcdefghij', '123456789x'])('takes %s for no code', (typed) => {
    expect(readCode(typed)).toBeNull()
  })
})

describe('a link', () => {
  const now = new Date('2026-11-01T10:00:00Z')
  const days = (count: number) => new Date(now.getTime() + count * 86_400_000)

  it('ends two weeks after the last day that counts, and not after the consent', () => {
    expect(linkEnd({ dueAt: days(-3), appointmentAt: null }, null, now)).toEqual(days(14))
    expect(linkEnd({ dueAt: days(3), appointmentAt: null }, null, now)).toEqual(days(17))
    expect(linkEnd({ dueAt: days(3), appointmentAt: days(30) }, null, now)).toEqual(days(44))
    expect(linkEnd({ dueAt: days(3), appointmentAt: null }, '2026-11-05', now)).toEqual(
      new Date('2026-11-05T20:59:59Z'),
    )
  })

  it('stands on a paper that does not name what nobody may read over a shoulder', () => {
    expect(serviceOnPaper('dental')).toBe('dental')
    expect([serviceOnPaper('mhpss'), serviceOnPaper('tb_hiv')]).toEqual([null, null])
  })
})
