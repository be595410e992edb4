import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parseEnv, SettingsError } from './env'

const real = {
  DATABASE_URL: 'postgres://web:pw@db.example.org/sanad',
  AUTH_SECRET: 'x'.repeat(32),
  APP_URL: 'https://sanad.example.org',
}

function problemsOf(source: Record<string, string | undefined>): string[] {
  try {
    parseEnv(source)
    return []
  } catch (error) {
    if (error instanceof SettingsError) return error.problems.map((problem) => problem.setting)
    throw error
  }
}

describe('settings', () => {
  test('fall back where a default is safe', () => {
    expect(parseEnv(real)).toMatchObject({
      DATABASE_OWNER_URL: real.DATABASE_URL,
      DATABASE_POOL: 10,
      PORT: 3000,
      HOST: '127.0.0.1',
      DOCUMENTS_DIR: '.data/documents',
      TRUSTED_PROXIES: 0,
    })
  })

  test('name each secret that is missing, in a sentence', () => {
    expect(problemsOf({ DATABASE_URL: real.DATABASE_URL })).toEqual(['AUTH_SECRET', 'APP_URL'])
    expect(() => parseEnv({ ...real, AUTH_SECRET: '' })).toThrow(/^AUTH_SECRET is missing: set it to .+\.$/)
    expect(() => parseEnv({ ...real, AUTH_SECRET: 'short' })).toThrow(/^AUTH_SECRET is not valid: /)
  })

  test('never repeat the value of a setting', () => {
    expect(() => parseEnv({ ...real, AUTH_SECRET: 'hunter2' })).not.toThrow(/hunter2/)
  })

  test.each([
    ['http://sanad.example.org', ['APP_URL']],
    ['http://localhost:3000', []],
    ['http://127.0.0.1:3000', []],
    ['sanad.example.org', ['APP_URL']],
    ['ftp://sanad.example.org', ['APP_URL']],
  ])('APP_URL %s', (APP_URL, problems) => {
    expect(problemsOf({ ...real, APP_URL })).toEqual(problems)
  })

  test('the practice portal may be opened by http from elsewhere', () => {
    expect(problemsOf({ ...real, APP_URL: 'http://10.0.0.5:3000', SANAD_DEMO: '1' })).toEqual([])
  })

  test.each([
    ['DATABASE_URL', 'mysql://web@db/sanad'],
    ['DATABASE_POOL', '0'],
    ['DATABASE_POOL', 'ten'],
    ['PORT', '70000'],
    ['SMTP_URL', 'mail.example.org'],
    ['TRUSTED_PROXIES', '-1'],
  ])('%s refuses %s', (name, value) => {
    expect(problemsOf({ ...real, MAIL_FROM: 'a@b.org', [name]: value })).toEqual([name])
  })

  test('the object store is set wholly or not at all', () => {
    expect(problemsOf({ ...real, S3_ENDPOINT: 'https://s3.example.org', S3_BUCKET: 'sanad' })).toEqual([
      'S3_REGION',
      'S3_ACCESS_KEY_ID',
      'S3_SECRET_ACCESS_KEY',
    ])
  })

  test('a mail server needs a sender', () => {
    expect(problemsOf({ ...real, SMTP_URL: 'smtp://127.0.0.1:25' })).toEqual(['MAIL_FROM'])
  })
})

/** Sources of the product: everything but tests and what runs outside of the portal. */
function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return sources(path)
    return /\.tsx?$/.test(entry.name) && !entry.name.endsWith('.test.ts') ? [path] : []
  })
}

const root = join(import.meta.dirname, '..')

// NODE_ENV is not a setting: the bundler writes it into the code.
test('only lib/env.ts reads the environment', () => {
  // db/testing* prepares the environment of tests; it is never part of the portal.
  const allowed = /^(lib\/env\.ts|db\/(embedded|testing)\.ts|db\/(server|test-setup)\/.*)$/
  const readers = ['app', 'components', 'lib', 'db']
    .flatMap((folder) => sources(join(root, folder)))
    .concat(join(root, 'proxy.ts'))
    .filter((path) => !allowed.test(relative(root, path)))
    .filter((path) => {
      try {
        return /process\.env(?!\.NODE_ENV\b)|import\.meta\.env/.test(readFileSync(path, 'utf8'))
      } catch {
        return false
      }
    })
  expect(readers.map((path) => relative(root, path))).toEqual([])
})

test('.env.example lists every setting', () => {
  const example = readFileSync(join(root, '.env.example'), 'utf8')
  const names = readFileSync(join(root, 'lib/env.ts'), 'utf8').match(/^ {2}[A-Z0-9_]+(?=: ')/gm) ?? []
  expect(names.length).toBeGreaterThan(10)
  for (const name of names) expect(example).toMatch(new RegExp(`^# ?${name.trim()}=`, 'm'))
})
