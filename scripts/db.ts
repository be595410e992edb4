import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { emptyDatabase } from '@/db/demo'
import { admitLogin, migrate } from '@/db/migrate'
import { env, isDemo } from '@/lib/env'
import { fillReference, migrateBuiltIn, migrated, openBuiltIn, seedBuiltIn } from './database'
import { loadSettings, ROOT } from './install.mjs'
import { Plain, step } from './terminal.mjs'

const USAGE = 'Usage: npm run db:migrate | db:seed | db:reset'

type BuiltIn = Awaited<ReturnType<typeof openBuiltIn>>

async function withBuiltIn(work: (builtIn: BuiltIn) => Promise<void>): Promise<void> {
  const builtIn = await openBuiltIn(process.env)
  try {
    await work(builtIn)
  } finally {
    await builtIn.stop()
  }
}

async function migrateAny(): Promise<void> {
  const given = process.env.DATABASE_OWNER_URL || process.env.DATABASE_URL
  await step('Migrating the database', async () => {
    if (given) {
      const applied = await migrate(given)
      if (process.env.DATABASE_URL) {
        await admitLogin(given, process.env.DATABASE_URL)
        await fillReference()
      }
      return migrated(applied)
    }
    let line = ''
    await withBuiltIn(async (builtIn) => {
      line = migrated((await migrateBuiltIn(builtIn)).applied)
    })
    return line
  })
}

/** The demo's own process: fills the database that its settings name. Only the practice portal has a demo. */
async function seedHere(): Promise<void> {
  env()
  const { seedDemo } = await import('@/db/seed/run')
  const { closePool } = await import('@/db/client')
  try {
    await seedDemo()
  } finally {
    await closePool()
  }
}

async function fill(builtIn: BuiltIn): Promise<void> {
  const { isSeedWanted } = await migrateBuiltIn(builtIn)
  if (!isSeedWanted) return console.log('The practice data is there already; `npm run db:reset` starts anew.')
  await step('Filling in practice data', async () => {
    await seedBuiltIn(builtIn)
    return 'Practice data filled in'
  })
}

function refuseGiven(): void {
  if (process.env.DATABASE_URL)
    throw new Plain('DATABASE_URL is set: only the built-in practice database is ever seeded or emptied.')
}

async function main(command: string | undefined): Promise<void> {
  if (command === 'migrate') return migrateAny()
  if (command === 'seed' && isDemo()) return seedHere()
  if (command !== 'seed' && command !== 'reset') throw new Plain(USAGE)
  refuseGiven()
  await withBuiltIn(async (builtIn) => {
    if (command === 'reset') {
      await emptyDatabase(builtIn.server.superUrl)
      rmSync(join(ROOT, '.data/documents'), { recursive: true, force: true })
    }
    await fill(builtIn)
  })
}

loadSettings()
main(process.argv[2]).catch((error: unknown) => {
  const isPlain =
    error instanceof Plain || (error instanceof Error && ['MigrationError', 'SettingsError'].includes(error.name))
  console.error(isPlain ? error.message : error)
  process.exitCode = 1
})
