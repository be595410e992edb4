import { join } from 'node:path'
import { type Embedded, startEmbedded } from '../embedded'
import { isAlive } from '../server/lock'
import { connected } from '../server/roles'

/** The root of the checkout. */
export const ROOT = join(import.meta.dirname, '..', '..')

/** The server of tests: its data may be lost at any moment, and that makes it fast. */
export function startTestServer(): Promise<Embedded> {
  return startEmbedded({
    dataDir: join(ROOT, '.data/test-postgres'),
    settings: {
      fsync: 'off',
      synchronous_commit: 'off',
      full_page_writes: 'off',
      max_wal_size: '4GB',
      max_connections: '200',
    },
  })
}

/** Tests empty and drop databases; they may never reach one that people use. */
export function assertLocal(url: string): void {
  const { hostname } = new URL(url)
  if (hostname !== '127.0.0.1')
    throw new Error(`Tests refuse the database at ${hostname}: they only use one at 127.0.0.1.`)
}

/** The same address with another database. */
export function withDatabase(url: string, database: string): string {
  const other = new URL(url)
  other.pathname = `/${database}`
  return other.href
}

/** Makes `name` as a copy of `template`; some 30 ms for a migrated one. */
export async function cloneDatabase(superUrl: string, template: string, name: string): Promise<void> {
  assertLocal(superUrl)
  await connected(superUrl, async (sql) => {
    await sql.unsafe(`create database ${name} template ${template} owner sanad_owner strategy file_copy`)
  })
}

/** Drops a copy, whoever is still connected to it. */
export async function dropDatabase(superUrl: string, name: string): Promise<void> {
  assertLocal(superUrl)
  await connected(superUrl, async (sql) => {
    await sql.unsafe(`drop database if exists ${name} with (force)`)
  })
}

/** A name for a copy that tells whose it is, so that what a killed run left can be found. */
export function copyName(use: 'test' | 'e2e'): string {
  return `${use}_${process.pid}_${Math.random().toString(36).slice(2, 8)}`
}

/** Drops the copies of runs that no longer live. */
export async function sweep(superUrl: string): Promise<void> {
  assertLocal(superUrl)
  await connected(superUrl, async (sql) => {
    const rows = await sql<
      { name: string }[]
    >`select datname as name from pg_database where datname ~ '^(test|e2e)_[0-9]+_'`
    for (const { name } of rows) {
      if (!isAlive(Number(name.split('_')[1]))) await sql.unsafe(`drop database if exists ${name} with (force)`)
    }
  })
}
