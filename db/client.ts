import { connect, type Socket } from 'node:net'
import { PgDatabase, PgDialect } from 'drizzle-orm/pg-core'
import { drizzle, type PostgresJsQueryResultHKT, PostgresJsSession } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import type { Actor } from '../lib/auth/actor'
import { env } from '../lib/env'
import { isId } from '../lib/ids'
import { withoutValues } from './failure'
import { type Lease, Pool } from './pool'

/** A transaction in which Postgres knows who acts. There is no other handle. */
export type Tx = PgDatabase<PostgresJsQueryResultHKT>

const dialect = new PgDialect()
let ready: Promise<{ pool: Pool; prepare: boolean }> | undefined

type Address = { host: string[]; port: number[]; path?: string | false }

/**
 * The driver writes its first kilobyte at once; TCP would keep what follows back until that is acknowledged, a whole round
 * trip for a page that asks for much. The option is the driver's own, though its types do not name it.
 */
const promptSocket = {
  socket: ({ host, port, path }: Address) =>
    new Promise<Socket>((resolve, reject) => {
      const where = path ? { path } : { host: host[0] ?? 'localhost', port: port[0] ?? 5432, noDelay: true }
      const socket = connect({ ...where, timeout: 5000 }, () => {
        socket.setTimeout(0)
        socket.removeAllListeners()
        resolve(socket)
      })
      socket.once('error', reject)
      socket.once('timeout', () => socket.destroy(Object.assign(new Error('no answer'), { code: 'CONNECT_TIMEOUT' })))
    }),
}

function openConnection(): postgres.Sql {
  const sql = postgres(env().DATABASE_URL, {
    ...promptSocket,
    max: 1,
    idle_timeout: 60,
    connect_timeout: 5,
    onnotice: () => {},
    connection: { application_name: 'sanad' },
  })
  drizzle(sql) // sets the parsers for dates and JSON as Drizzle's columns expect them
  return sql
}

/**
 * Opens the pool. Behind a pooler in transaction mode a prepared statement may meet another server connection: the
 * process id that the pooler hands out is not the server's own, which tells, and statements are then sent unprepared.
 */
async function openPool() {
  const pool = new Pool(env().DATABASE_POOL, openConnection)
  const lease = await pool.lease()
  try {
    const probe = await Promise.race([lease.send('select pg_backend_pid() as pid', [], false), lease.gone])
    return { pool, prepare: probe[0]?.pid === probe.state.pid }
  } finally {
    lease.release()
  }
}

function getPool() {
  ready ??= openPool().catch((error) => {
    ready = undefined
    throw error
  })
  return ready
}

/** Closes the pool, for scripts and tests. */
export async function closePool(): Promise<void> {
  const open = await ready
  ready = undefined
  await open?.pool.close()
}

/**
 * Runs `work` in one transaction that begins with `entry`. The entry and the first queries of `work` travel together:
 * a page that asks for all it needs at once waits for the database once, and once more for the commit.
 */
async function transaction<T>(entry: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  const { pool, prepare } = await getPool()
  const lease = await pool.lease()
  try {
    const entered = lease.send(`begin; ${entry}`, [], false)
    const worked = work(handle(lease, prepare))
    // Why the transaction could not be entered explains every failure that followed from it.
    const [entrance, result] = await Promise.race([Promise.allSettled([entered, worked]), lease.gone])
    if (entrance.status === 'rejected') throw entrance.reason
    if (result.status === 'rejected') throw result.reason
    await lease.send('commit', [], false)
    return result.value
  } catch (error) {
    await lease.rollback()
    throw withoutValues(error)
  } finally {
    lease.release()
  }
}

/** Drizzle on one connection. It sends through `unsafe`: preparing there spares a round trip and parsing each query. */
function handle(lease: Lease, prepare: boolean): Tx {
  const client = { unsafe: (query: string, params: never[]) => lease.send(query, params, prepare && params.length > 0) }
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
  stands_in: string[]
}

/** Reads a session and keeps it alive, in one statement without a transaction. Null when it is over, revoked or unknown. */
export async function readSession(tokenHash: string): Promise<SessionRow | null> {
  const { pool, prepare } = await getPool()
  const lease = await pool.lease()
  try {
    const asked = lease.send('select * from session_open($1)', [tokenHash] as never[], prepare)
    const [row] = await Promise.race([asked, lease.gone])
    // The function's columns are the row's.
    return row ? (row as unknown as SessionRow) : null
  } finally {
    lease.release()
  }
}
