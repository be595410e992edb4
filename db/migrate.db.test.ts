import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readHealth } from '@/lib/health'
import { admitLogin, MigrationError, migrate } from './migrate'
import { ownerSql, testDatabase } from './testing'

/** A folder of migrations with one more than the tree has: slow, and harmful when run twice. */
function folderWithOneMore(): string {
  const folder = mkdtempSync(join(tmpdir(), 'sanad-migrations-'))
  mkdirSync(join(folder, 'meta'))
  const entry = { idx: 0, version: '7', when: Date.UTC(2100, 0), tag: '0000_later', breakpoints: true }
  writeFileSync(
    join(folder, 'meta/_journal.json'),
    JSON.stringify({ version: '7', dialect: 'postgresql', entries: [entry] }),
  )
  writeFileSync(
    join(folder, '0000_later.sql'),
    'select pg_sleep(0.2);\n--> statement-breakpoint\ncreate table public.later ();',
  )
  return folder
}

test('starts at the same moment migrate once', async () => {
  const folder = folderWithOneMore()
  const { ownerUrl } = testDatabase()
  const applied = await Promise.all([1, 2, 3].map(() => migrate(ownerUrl, folder)))
  expect(applied.sort()).toEqual([0, 0, 1])
})

test('a database ahead of this build is well', async () => {
  expect(await readHealth()).toMatchObject({ status: 'ok', migrations: 'current' })
})

test('a database behind this build is not', async () => {
  await ownerSql()`delete from drizzle.__drizzle_migrations`
  expect(await readHealth()).toEqual({ status: 'unavailable' })
})

test.each([
  ['a server that is not there', (url: URL) => (url.port = '1'), /does not answer/],
  ['a wrong password', (url: URL) => (url.password = 'wrong'), /refuses the login "sanad_owner"/],
  ['a missing database', (url: URL) => (url.pathname = '/nowhere'), /no database "nowhere"/],
])('%s is told in a sentence', async (_, spoil, sentence) => {
  const url = new URL(testDatabase().ownerUrl)
  spoil(url)
  const failure = await migrate(url.href).catch((error: unknown) => error)
  expect(failure).toBeInstanceOf(MigrationError)
  expect(String(failure)).toMatch(sentence)
})

test('a login without rights is told so', async () => {
  await expect(migrate(testDatabase().url, folderWithOneMore())).rejects.toThrow(/may not change the database/)
})

test('a login that owns the tables is warned of, a plain one is not', async () => {
  const { url, ownerUrl } = testDatabase()
  expect(await admitLogin(ownerUrl, url)).toBeUndefined()
  expect(await admitLogin(ownerUrl, ownerUrl)).toMatch(/^Warning: /)
})
