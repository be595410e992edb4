import { PgDatabase, PgDialect } from 'drizzle-orm/pg-core'
import { drizzle, type PostgresJsQueryResultHKT, PostgresJsSession } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import type { Actor } from '../lib/auth/actor'
import { env } from '../lib/env'
import { isId } from '../lib/ids'

/** A transaction in which Postgres knows who acts. There is no other handle. */
export type Tx = PgDatabase<PostgresJsQueryResultHKT>

type Pool = { sql: postgres.Sql; prepare: boolean }
const dialect = new PgDialect()
let pool: Promise<Pool> | undefined

/**
 * Opens the pool. Behind a pooler in transaction mode a prepared statement may meet another server connection: the
 * process id that the pooler hands out is not the server's own, which tells, and statements are then sent unprepared.
 */
async function openPool(): Promise<Pool> {
  const sql = postgres(env().DATABASE_URL, {
    max: env().DATABASE_POOL,
    idle_timeout: 60,
    connect_timeout: 5,
    backoff: false,
    onnotice: () => {},
    connection: { application_name: 'sanad' },
  })
  drizzle(sql) // sets the pool's parsers for dates and JSON as Drizzle's columns expect them
  try {
    const probe = await sql.unsafe('select pg_backend_pid() as pid')
    return { sql, prepare: probe[0]?.pid === probe.state.pid }
  } catch (error) {
    await sql.end({ timeout: 1 })
    throw error
  }
}

function getPool(): Promise<Pool> {
  pool ??= openPool().catch((error) => {
    pool = undefined
    throw error
  })
  return pool
}

/** Closes the pool, for scripts and tests. */
export async function closePool(): Promise<void> {
  const open = await pool
  pool = undefined
  await open?.sql.end({ timeout: 5 })
}

/** Rolls back. False when the connection cannot even do that: it is gone, and the pool has already counted it out. */
function rollback(connection: postgres.ReservedSql): Promise<boolean> {
  const late = new Promise<boolean>((resolve) => setTimeout(() => resolve(false), 2000).unref())
  const undone = connection.unsafe('rollback').then(
    () => true,
    () => false,
  )
  return Promise.race([undone, late])
}

/**
 * Runs `work` in one transaction that begins with `entry`. The entry and the first queries of `work` travel together:
 * a page that asks for all it needs at once waits for the database once, and once more for the commit.
 */
async function transaction<T>(entry: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  const { sql, prepare } = await getPool()
  const connection = await sql.reserve()
  let isGone = false
  try {
    const entered = connection.unsafe(`begin; ${entry}`).execute()
    const worked = work(handle(connection, prepare))
    // Why the transaction could not be entered explains every failure that followed from it.
    const [entrance, result] = await Promise.allSettled([entered, worked])
    if (entrance.status === 'rejected') throw entrance.reason
    if (result.status === 'rejected') throw result.reason
    await connection.unsafe('commit')
    return result.value
  } catch (error) {
    isGone = !(await rollback(connection))
    throw error
  } finally {
    if (!isGone) connection.release()
  }
}

/** Drizzle on one connection. It sends through `unsafe`: preparing there spares a round trip and parsing each query. */
function handle(connection: postgres.ReservedSql, prepare: boolean): Tx {
  const client = {
    unsafe: (query: string, params: never[]) =>
      connection.unsafe(query, params, { prepare: prepare && params.length > 0 }),
  }
  // The session asks nothing else of its client; the library's type asks for the whole of it.
  return new PgDatabase(
    dialect,
    new PostgresJsSession(client as unknown as postgres.Sql, dialect, undefined),
    undefined,
  )
}

const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`

/** Only the seed sets a moment other than now: it writes a history. */
export type Moment = { at?: Date }

const clock = (moment?: Moment) => (moment?.at ? `; set local app.now = ${quoted(moment.at.toISOString())}` : '')

/**
 * Runs `work` as this actor: Postgres shows and accepts only what the actor's scope reaches.
 * Throws a Postgres error with code SA401 when the actor is no longer an active user.
 */
export function withActor<T>(actor: Actor, work: (tx: Tx) => Promise<T>, moment?: Moment): Promise<T> {
  if (!isId(actor.userId)) throw new Error('an actor without an id')
  return transaction(`set local role sanad_app${clock(moment)}; select app_enter('${actor.userId}')`, work)
}

/** Runs `work` without a user, for jobs, the seed and sign-in only. The reason stands in the audit. */
export function withSystem<T>(reason: string, work: (tx: Tx) => Promise<T>, moment?: Moment): Promise<T> {
  return transaction(`set local role sanad_system; set local app.reason = ${quoted(reason)}${clock(moment)}`, work)
}

/** What a session's token leads to: who it is and what they may. */
export type SessionRow = {
  session_id: string
  user_id: string
  name: string
  email: string
  locale: string
  draft_key: string
  roles: string[]
  programmes: string[]
  teams: string[]
  areas: string[]
  unread: number
}

/** Reads a session and keeps it alive, in one statement without a transaction. Null when it is over, revoked or unknown. */
export async function readSession(tokenHash: string): Promise<SessionRow | null> {
  const { sql, prepare } = await getPool()
  const rows = await sql.unsafe<SessionRow[]>('select * from session_open($1)', [tokenHash], { prepare })
  return rows[0] ?? null
}
