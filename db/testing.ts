import postgres from 'postgres'
import { assertLocal } from './test-setup/server'

/** Addresses of this test file's own database. */
export type TestDatabase = {
  /** As the portal connects: no rights of its own. */
  url: string
  /** As migrations connect: owns the tables, so row-level security does not hold it. */
  ownerUrl: string
}

/** The database of the test file that asks; made before the file was loaded, dropped after it. */
export function testDatabase(): TestDatabase {
  const { DATABASE_URL: url, DATABASE_OWNER_URL: ownerUrl } = process.env
  if (!url || !ownerUrl) throw new Error('No test database here: name the file *.db.test.ts.')
  assertLocal(url)
  assertLocal(ownerUrl)
  return { url, ownerUrl }
}

const opened = new Map<string, postgres.Sql>()

function open(url: string): postgres.Sql {
  const sql = opened.get(url) ?? postgres(url, { max: 5, onnotice: () => {} })
  opened.set(url, sql)
  return sql
}

/** Raw SQL as the owner of the tables, for arranging and for looking behind the rules. Closed after the file. */
export function ownerSql(): postgres.Sql {
  return open(testDatabase().ownerUrl)
}

/**
 * Runs raw SQL in a transaction as the portal does for this user: row-level security holds.
 * Rolls back when `work` throws. Rejects with SA401 when the user is unknown or not active.
 */
export async function sqlAs<T>(userId: string, work: (sql: postgres.TransactionSql) => Promise<T>): Promise<T> {
  const done = await open(testDatabase().url).begin(async (sql) => {
    await sql`set local role sanad_app`
    await sql`select app_enter(${userId})`
    return { result: await work(sql) }
  })
  return done.result
}

/** Closes what `ownerSql` and `sqlAs` opened. The set-up of each file calls it. */
export async function closeTestConnections(): Promise<void> {
  await Promise.all([...opened.values()].map((sql) => sql.end({ timeout: 5 })))
  opened.clear()
}
