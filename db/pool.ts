import type postgres from 'postgres'

/** How long a request waits for a connection before it is told that the records cannot be reached, ms. */
const longestWait = 8000

type Waiter = { resolve: (connection: postgres.Sql) => void; reject: (error: Error) => void }

/** Whether a query failed because its connection is no more, rather than by what it asked. */
function isLost(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return /^(CONNECT|57P0|ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|53300)/.test(code)
}

/**
 * Connections for transactions, each a postgres.js client of its own with one connection. The library's own `reserve()`
 * gives a connection that dies no way out: what is queued for it is never answered, and after an outage a connection is
 * handed to whoever has stopped waiting. Here a lost connection is thrown away whole and the next one is new.
 */
export class Pool {
  private idle: postgres.Sql[] = []
  private waiting: Waiter[] = []
  private size = 0

  constructor(
    private readonly most: number,
    private readonly open: () => postgres.Sql,
  ) {}

  async lease(): Promise<Lease> {
    return new Lease(await this.take(), (connection, isWhole) => this.giveBack(connection, isWhole))
  }

  private take(): Promise<postgres.Sql> | postgres.Sql {
    const ready = this.idle.pop()
    if (ready) return ready
    if (this.size < this.most) return this.make()
    return new Promise((resolve, reject) => {
      const waiter: Waiter = { resolve, reject }
      const late = setTimeout(() => {
        this.waiting = this.waiting.filter((one) => one !== waiter)
        reject(Object.assign(new Error('no connection became free'), { code: 'CONNECT_TIMEOUT' }))
      }, longestWait)
      waiter.resolve = (connection) => {
        clearTimeout(late)
        resolve(connection)
      }
      this.waiting.push(waiter)
    })
  }

  private make(): postgres.Sql {
    this.size++
    return this.open()
  }

  private giveBack(connection: postgres.Sql, isWhole: boolean): void {
    if (!isWhole) {
      this.size--
      // At once: what is still queued must not run on a new connection, outside its transaction.
      void connection.end({ timeout: 0 })
    }
    const next = this.waiting.shift()
    if (next) next.resolve(isWhole ? connection : this.make())
    else if (isWhole) this.idle.push(connection)
  }

  async close(): Promise<void> {
    await Promise.all(this.idle.splice(0).map((connection) => connection.end({ timeout: 5 })))
  }
}

/** One connection for one transaction. Nothing more is sent once one query has told that it is gone. */
export class Lease {
  private lost: unknown = null
  private tellGone: (error: unknown) => void = () => {}
  /** Rejects when the connection dies: a queued query may never be answered. */
  readonly gone = new Promise<never>((_, reject) => {
    this.tellGone = reject
  })

  constructor(
    private readonly connection: postgres.Sql,
    private readonly giveBack: (connection: postgres.Sql, isWhole: boolean) => void,
  ) {
    this.gone.catch(() => {}) // awaited where it matters
  }

  /** Sends now; the answer can be awaited later. */
  send(query: string, params: never[], prepare: boolean) {
    if (this.lost) {
      const failed = Promise.reject(this.lost)
      // Drizzle asks for rows as arrays before it awaits; there will be none.
      return Object.assign(failed, { values: () => failed })
    }
    const pending = this.connection.unsafe(query, params, { prepare })
    pending.catch((error: unknown) => {
      if (this.lost || !isLost(error)) return
      this.lost = error
      this.giveBack(this.connection, false)
      this.tellGone(error)
    })
    return pending
  }

  async rollback(): Promise<void> {
    if (!this.lost) await this.send('rollback', [], false).catch(() => {})
  }

  release(): void {
    if (!this.lost) this.giveBack(this.connection, true)
  }
}
