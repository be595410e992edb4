import postgres from 'postgres'
import type { Secrets } from './home'

/** Name of the portal's database in the built-in server. */
export const DATABASE = 'sanad'

type Sql = ReturnType<typeof postgres>

/** Addresses are for 127.0.0.1 only; passwords are URL-safe. */
export function address(
  login: 'postgres' | 'sanad_owner' | 'sanad_web',
  password: string,
  port: number,
  database: string,
): string {
  return `postgres://${login}:${password}@127.0.0.1:${port}/${database}`
}

/** A short-lived connection for `work`. */
export async function connected<T>(url: string, work: (sql: Sql) => Promise<T>): Promise<T> {
  const sql = postgres(url, { max: 1, prepare: false, onnotice: () => {}, connect_timeout: 30 })
  try {
    return await work(sql)
  } finally {
    await sql.end({ timeout: 5 })
  }
}

/** The owner migrates; the web login may do nothing but become one of the roles that migrations make. */
async function prepareRoles(sql: Sql, secrets: Secrets): Promise<void> {
  const known = new Set((await sql<{ rolname: string }[]>`select rolname from pg_roles`).map((row) => row.rolname))
  for (const name of ['sanad_owner', 'sanad_web']) if (!known.has(name)) await sql.unsafe(`create role ${name}`)
  await sql.unsafe(`alter role sanad_owner login createrole createdb password '${secrets.owner}'`)
  await sql.unsafe(`alter role sanad_web login noinherit password '${secrets.web}'`)
}

/**
 * What only a superuser may do, once for every database to come: extensions, and LIKE marked leakproof:
 * it tells nothing of rows it drops, and row-level security would else switch trigram indexes off.
 */
async function prepareTemplate(sql: Sql): Promise<void> {
  await sql`create extension if not exists pg_trgm`
  await sql`create extension if not exists btree_gin`
  await sql`alter function textlike(text, text) leakproof`
  const [row] = await sql<{ sees: boolean }[]>`select cardinality(show_trgm('محمد')) > 0 as sees`
  if (!row?.sees)
    throw new Error('The built-in database cannot index Arabic text: this machine lacks the locale C.UTF-8.')
}

/** Makes the portal's database, empty, owned by the owner, closed to everybody else. */
export async function createDatabase(superUrl: string): Promise<void> {
  await connected(superUrl, async (sql) => {
    await sql.unsafe(`create database ${DATABASE} owner sanad_owner`)
    await sql.unsafe(`revoke all on database ${DATABASE} from public`)
    await sql.unsafe(`grant connect on database ${DATABASE} to sanad_web`)
  })
}

/** Makes logins, extensions and the database where they are missing. Safe to repeat. */
export async function prepareServer(port: number, secrets: Secrets): Promise<void> {
  const url = (database: string) => address('postgres', secrets.superuser, port, database)
  const exists = await connected(url('postgres'), async (sql) => {
    await prepareRoles(sql, secrets)
    return (await sql`select from pg_database where datname = ${DATABASE}`).length > 0
  })
  if (exists) return
  await connected(url('template1'), prepareTemplate)
  await createDatabase(url('postgres'))
}
