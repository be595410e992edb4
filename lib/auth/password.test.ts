import { describe, expect, it } from 'vitest'
import { checkPassword, hashPassword, verifyPassword } from './password'

describe('checkPassword', () => {
  it.each(['five quiet rivers', 'القمر فوق النخيل الليلة', 'practice-sanad-2026', '  spaces are fine  '])(
    'accepts %s',
    (text) => expect(checkPassword(text)).toBeNull(),
  )
  it.each(['short', 'eleven char', ''])('asks for twelve characters: %s', (text) =>
    expect(checkPassword(text)).toBe('auth.password.too_short'),
  )
  it.each([
    'password1234',
    'P@ssw0rd2024!!',
    'qwertyuiop123',
    '111111111111',
    'abcabcabcabc',
    '123456789012',
    'admin1234567',
    'iloveyou2026!',
    'كلمةالسر123456',
    'Fallujah2026!!',
  ])('refuses what lists are full of: %s', (text) => expect(checkPassword(text)).toBe('auth.password.too_common'))
  it('refuses what nobody types', () => expect(checkPassword('ab'.repeat(200))).toBe('auth.password.too_long'))
})

describe('verifyPassword', () => {
  it('knows the right one from a wrong one, and never accepts where none is stored', async () => {
    const stored = await hashPassword('five quiet rivers')
    expect(stored).toMatch(/^\$argon2id\$/)
    expect(await verifyPassword(stored, 'five quiet rivers')).toBe(true)
    expect(await verifyPassword(stored, 'five quiet river')).toBe(false)
    expect(await verifyPassword(null, 'five quiet rivers')).toBe(false)
  })
})
