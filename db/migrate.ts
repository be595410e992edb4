import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { drizzle } from 'drizzle-orm/postgres-js'
import { migrate as applyMigrations } from 'drizzle-orm/postgres-js/migrator'
import postgres from 'postgres'

/** Why the database could not be brought up to date, in a sentence for the operator. */
export class MigrationError extends Error {
  override name = 'MigrationError'
}

const FOLDER = join(import.meta.dirname, 'migrations')

// Any number will do as long as no other program uses it; this one spells "sanad" on a telephone.
const LOCK = 72_623

const OLDEST_SERVER = 150_000

const NO_ROUTE = [
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'CONNECT_TIMEOUT',
  'CONNECTION_CLOSED',
]

/** Turns what the driver throws into a sentence; undefined when it is a fault of a migration itself. */
function sentence(error: unknown, url: string): string | undefined {
  const { hostname, port, username, pathname } = new URL(url)
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  if (NO_ROUTE.includes(code))
    return `The database at ${hostname}:${port || 5432} does not answer: is it running, and is the address right?`
  if (code === '28P01' || code === '28000')
    return `The database refuses the login "${username}": check name and password in its address.`
  if (code === '3D000') return `There is no database "${pathname.slice(1)}" on ${hostname}: create it first.`
  if (code === '42501')
    return `The login "${username}" may not change the database: it must own it and may need "createrole". (${cause instanceof Error ? cause.message : ''})`
  return undefined
}

type Journal = { entries: { when: number }[] }

/** The moments (ms since 1970) that name the migrations of `folder`, oldest first. */
function journal(folder: string): number[] {
  const { entries }: Journal = JSON.parse(readFileSync(join(folder, 'meta', '_journal.json'), 'utf8'))
  return entries.map((entry) => entry.when)
}

async function countPending(sql: postgres.Sql, folder: string): Promise<number> {
  const [table] = await sql<{ name: string | null }[]>`select to_regclass('drizzle.__drizzle_migrations')::text as name`
  if (!table?.name) return journal(folder).length
  const [row] = await sql<
    { latest: string }[]
  >`select coalesce(max(created_at), 0) as latest from drizzle.__drizzle_migrations`
  return journal(folder).filter((when) => when > Number(row?.latest ?? 0)).length
}

async function checkServer(sql: postgres.Sql): Promise<void> {
  const [row] = await sql<{ number: number; name: string }[]>`
    select current_setting('server_version_num')::int as number, current_setting('server_version') as name`
  if (row && row.number < OLDEST_SERVER)
    throw new MigrationError(`The database is PostgreSQL ${row.name}; it must be 15 or later.`)
}

/** pg_trgm sees no Arabic letter where LC_CTYPE is C, and says nothing: the search for people would find nobody. */
async function checkArabic(sql: postgres.Sql): Promise<void> {
  const [present] = await sql<{ name: string | null }[]>`select to_regproc('show_trgm')::text as name`
  if (!present?.name) return
  const [row] = await sql<{ sees: boolean }[]>`select cardinality(show_trgm('محمد')) > 0 as sees`
  if (!row?.sees) {
    throw new MigrationError(
      `The database cannot index Arabic: create it anew with "lc_ctype 'C.UTF-8'" (or another UTF-8 locale).`,
    )
  }
}

/**
 * Brings the database up to date and answers how many migrations that took. Several starts at once take turns:
 * the lock belongs to a transaction, so that it also works behind PgBouncer in transaction mode.
 * @throws {MigrationError} when the server is too old, out of reach, or the login lacks rights.
 */
export async function migrate(ownerUrl: string, folder = FOLDER): Promise<number> {
  const options = { max: 1, prepare: false, onnotice: () => {}, connect_timeout: 10 }
  const gate = postgres(ownerUrl, options)
  const worker = postgres(ownerUrl, options)
  try {
    await checkServer(gate)
    const applied = await gate.begin(async (held) => {
      await held`select set_config('idle_in_transaction_session_timeout', '0', true)`
      await held`select pg_advisory_xact_lock(${LOCK})`
      const pending = await countPending(worker, folder)
      if (pending > 0) await applyMigrations(drizzle(worker), { migrationsFolder: folder })
      return pending
    })
    await checkArabic(gate)
    return applied
  } catch (error) {
    const said = sentence(error, ownerUrl)
    throw said ? new MigrationError(said, { cause: error }) : error
  } finally {
    await Promise.all([gate.end({ timeout: 5 }), worker.end({ timeout: 5 })])
  }
}

async function withOne<T>(url: string, work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(url, { max: 1, prepare: false, onnotice: () => {}, connect_timeout: 10 })
  try {
    return await work(sql)
  } catch (error) {
    const said = sentence(error, url)
    throw said ? new MigrationError(said, { cause: error }) : error
  } finally {
    await sql.end({ timeout: 5 })
  }
}

/**
 * Lets the portal's login become the two roles it works as, where it may not yet, and answers a warning when it could
 * do more than the portal needs.
 * @throws {MigrationError} when the owner may not give the roles.
 */
export async function admitLogin(ownerUrl: string, url: string): Promise<string | undefined> {
  const [login] = await withOne(
    url,
    (sql) => sql<{ name: string; isStrong: boolean; isMember: boolean }[]>`
    select rolname as name,
      pg_has_role(rolname, 'sanad_app', 'member') and pg_has_role(rolname, 'sanad_system', 'member') as "isMember",
      rolsuper or rolbypassrls or exists (
        select from pg_tables where schemaname = 'public' and tableowner = current_user) as "isStrong"
    from pg_roles where rolname = current_user`,
  )
  if (!login) return undefined
  if (!login.isMember) await withOne(ownerUrl, (sql) => sql`grant sanad_app, sanad_system to ${sql(login.name)}`)
  if (!login.isStrong) return undefined
  return `Warning: the login of DATABASE_URL owns the tables or is a superuser. Better: create role sanad_web login password '…' noinherit; use it in DATABASE_URL, and the owner in DATABASE_OWNER_URL.`
}
