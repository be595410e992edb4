import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { demoState, emptyDatabase, grantRoles, noteDemo } from '@/db/demo'
import { type Embedded, startEmbedded } from '@/db/embedded'
import { admitLogin, migrate } from '@/db/migrate'
import { writeWhole } from '@/db/server/home'
import { parseEnv } from '@/lib/env'
import { ROOT } from './install.mjs'
import { run, step } from './terminal.mjs'

type Settings = Record<string, string | undefined>

/** A database that is ready, and the settings with which the portal reaches it. */
export type Opened = { settings: Settings; stop(): Promise<void> }

const DATA = join(ROOT, '.data')

/** Signs the sessions of the practice portal; made once, so that a restart signs nobody out. */
function demoSecret(): string {
  const path = join(DATA, 'auth-secret')
  if (!existsSync(path)) writeWhole(path, randomBytes(36).toString('base64url'))
  return readFileSync(path, 'utf8').trim()
}

/** The built-in server with an up-to-date schema, and the settings of the practice portal. Stop it after use. */
export async function openBuiltIn(given: Settings): Promise<Opened & { server: Embedded }> {
  mkdirSync(DATA, { recursive: true, mode: 0o755 })
  const server = await startEmbedded({ dataDir: join(DATA, 'postgres') })
  const settings = {
    ...given,
    SANAD_DEMO: '1',
    DATABASE_URL: server.webUrl,
    // The portal gets no login that could do more than it may.
    DATABASE_OWNER_URL: '',
    DOCUMENTS_DIR: given.DOCUMENTS_DIR || join(DATA, 'documents'),
    AUTH_SECRET: given.AUTH_SECRET || demoSecret(),
    // A start knows its port; filling in practice data alone needs an address too, though it sends nothing.
    APP_URL: given.APP_URL || 'http://127.0.0.1:3000',
  }
  return { server, settings, stop: () => server.stop() }
}

/** Migrates the built-in database; one whose seed was cut off is emptied first. Answers whether it wants the demo. */
export async function migrateBuiltIn({
  server,
}: {
  server: Embedded
}): Promise<{ applied: number; isSeedWanted: boolean }> {
  const state = await demoState(server.superUrl)
  if (state === 'seeding') await emptyDatabase(server.superUrl)
  const applied = await migrate(server.ownerUrl)
  await grantRoles(server.superUrl)
  return { applied, isSeedWanted: state !== 'seeded' }
}

/** Seeds the demo, in a process of its own: the memory that takes is not the launcher's to keep. */
export async function seedBuiltIn({ server, settings }: { server: Embedded; settings: Settings }): Promise<void> {
  await noteDemo(server.superUrl, 'seeding')
  rmSync(join(DATA, 'documents'), { recursive: true, force: true })
  await run(process.execPath, ['--import', 'tsx', 'scripts/db.ts', 'seed'], {
    cwd: ROOT,
    // Waiting for the disk after each of thousands of commands takes half the time, for nothing: a seed that is cut off is made
    // anew, and the note that it is whole is written to the disk after all of it.
    env: { ...process.env, ...settings, DATABASE_URL: `${settings.DATABASE_URL}?synchronous_commit=off` },
  })
  await noteDemo(server.superUrl, 'seeded')
}

/** The line that tells how a migration went. */
export function migrated(applied: number): string {
  if (applied === 0) return 'Database is up to date'
  return applied === 1 ? 'Database migrated, 1 step' : `Database migrated, ${applied} steps`
}

/**
 * Refuses a start whose settings cannot work, before anything long has been done.
 * @throws {SettingsError} with a sentence for each.
 */
export function checkSettings(given: Settings): void {
  if (given.DATABASE_URL) parseEnv({ ...given, SANAD_DEMO: '' })
  else
    parseEnv({
      ...given,
      SANAD_DEMO: '1',
      DATABASE_URL: 'postgres://127.0.0.1/sanad',
      AUTH_SECRET: 'made later, made later, made later',
    })
}

/** Adds the places, sectors and consent texts that are missing: without them nobody can register anyone. */
export async function fillReference(): Promise<void> {
  const { seedReference } = await import('@/db/seed/reference')
  const { closePool } = await import('@/db/client')
  try {
    await seedReference()
  } finally {
    await closePool()
  }
}

/** Opens the database for a start: built-in with the demo, or the given one, which gets migrations and reference lists. */
export async function openDatabase(given: Settings): Promise<Opened> {
  if (given.DATABASE_URL) {
    const { DATABASE_URL, DATABASE_OWNER_URL } = parseEnv({ ...given, SANAD_DEMO: '' })
    await step('Migrating the database', async () => migrated(await migrate(DATABASE_OWNER_URL)))
    const warning = await admitLogin(DATABASE_OWNER_URL, DATABASE_URL)
    if (warning) console.warn(warning)
    await fillReference()
    return { settings: { ...given, SANAD_DEMO: '', DATABASE_OWNER_URL: '' }, stop: async () => {} }
  }
  let opened: Awaited<ReturnType<typeof openBuiltIn>> | undefined
  try {
    await step('Starting the database', async () => {
      opened = await openBuiltIn(given)
      return `Database ready (built-in PostgreSQL ${opened.server.version}, port ${opened.server.port})`
    })
    const ready = opened
    if (!ready) throw new Error('no database')
    let isSeedWanted = false
    await step('Migrating the database', async () => {
      const done = await migrateBuiltIn(ready)
      isSeedWanted = done.isSeedWanted
      return migrated(done.applied)
    })
    if (isSeedWanted) {
      await step('Filling in practice data', async () => {
        await seedBuiltIn(ready)
        return 'Practice data filled in'
      })
    }
    return ready
  } catch (error) {
    await opened?.stop()
    throw error
  }
}
