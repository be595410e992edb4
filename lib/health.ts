import { sql } from 'drizzle-orm'
import { withSystem } from '@/db/client'
import journal from '@/db/migrations/meta/_journal.json'
import { version } from '@/package.json'

/** What is told to anybody who asks: nothing about why. */
export type Health = { status: 'ok'; version: string; migrations: 'current' } | { status: 'unavailable' }

const PATIENCE_MS = 2_000

/** The newest migration that this build knows, as ms since 1970. */
const known = Math.max(0, ...journal.entries.map((entry) => entry.when))

async function isCurrent(): Promise<boolean> {
  const [row] = await withSystem('health', (tx) =>
    tx.execute<{ version: string }>(sql`select schema_version() as version`),
  )
  // A database that is ahead is fine: during a release the old build runs on beside the new one.
  return Number(row?.version ?? -1) >= known
}

/** Whether the database answers within two seconds and is migrated. Never throws. */
export async function readHealth(): Promise<Health> {
  const late = new Promise<boolean>((resolve) => setTimeout(() => resolve(false), PATIENCE_MS).unref())
  const isWell = await Promise.race([isCurrent().catch(() => false), late])
  return isWell ? { status: 'ok', version, migrations: 'current' } : { status: 'unavailable' }
}
