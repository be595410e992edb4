import { expect, test } from 'vitest'
import { ownerSql } from '@/db/testing'
import { createFirstAdmin } from './first-admin'

const PASSWORD = 'seven quiet rivers'

test.each([
  ['not-an-address', 'Amal Salih', PASSWORD, /not an email/],
  ['amal@example.org', ' ', PASSWORD, /name is missing/],
  ['amal@example.org', 'Amal Salih', 'short', /too short/],
  ['amal@example.org', 'Amal Salih', 'passwordpassword', /easy to guess/],
])('%s, %s, %s is refused', async (email, name, password, sentence) => {
  expect(await createFirstAdmin(email, name, password)).toEqual({
    ok: false,
    sentence: expect.stringMatching(sentence),
  })
})

test('two admins can be made, and no third, however many try at once', async () => {
  const outcomes = await Promise.all(
    [1, 2, 3, 4].map((n) => createFirstAdmin(`Admin${n}@Example.org`, `Admin ${n}`, PASSWORD)),
  )
  expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(2)
  const rows = await ownerSql()`
    select u.email, u.password_hash, r.role from users u join user_roles r on r.user_id = u.id where r.approved_at is not null`
  expect(rows).toHaveLength(2)
  for (const row of rows) {
    expect(row.role).toBe('admin')
    expect(row.email).toMatch(/^admin\d@example\.org$/)
    expect(row.password_hash).toMatch(/^\$argon2id\$/)
  }
  expect(await createFirstAdmin('late@example.org', 'Late', PASSWORD)).toMatchObject({ ok: false })
})
