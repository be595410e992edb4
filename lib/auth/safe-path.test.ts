import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { safePath } from './safe-path'

describe('safePath', () => {
  it.each(['/', '/grants?status=draft&mine=1', '/people/abc', '/search?q=%D9%85'])('keeps %s', (path) =>
    expect(safePath(path)).toBe(path),
  )
  it.each([
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    '/\n//evil',
    'javascript:alert(1)',
    '',
    '/..//evil.example',
    `/${'a'.repeat(600)}`,
    null,
    5,
    ['/x'],
  ])('refuses %s', (path) => expect(safePath(path)).toBe('/'))
  it('never leaves this origin, whatever is given', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const url = new URL(safePath(`/${text}`), 'https://own.example')
        expect(url.origin).toBe('https://own.example')
      }),
      { numRuns: 2000 },
    )
  })
})
