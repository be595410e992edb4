import { connect, createServer, type Server, type Socket } from 'node:net'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { isUnavailable } from '../lib/commands/failure'
import { createGrant } from '../lib/grants/application-commands'
import { listGrants } from '../lib/grants/list-query'
import { newId } from '../lib/ids'
import { ownerSql, testDatabase } from './testing'
import { details } from './testing-grant'
import { makePerson, makeWorld, type World } from './testing-world'

/** A line to the database that can be cut and mended, as when the server dies or the network drops. */
class Line {
  private server: Server | undefined
  private open = new Set<Socket>()
  constructor(
    private readonly target: number,
    readonly port: number,
  ) {}

  mend(): Promise<void> {
    return new Promise((resolve) => {
      this.server = createServer((client) => {
        const database = connect(this.target, '127.0.0.1')
        for (const [one, other] of [
          [client, database],
          [database, client],
        ] as const) {
          this.open.add(one)
          one.pipe(other)
          one.on('error', () => {})
          one.on('close', () => {
            this.open.delete(one)
            other.destroy()
          })
        }
      }).listen(this.port, '127.0.0.1', resolve)
    })
  }

  async cut(): Promise<void> {
    for (const socket of this.open) socket.destroy()
    await new Promise((resolve) => this.server?.close(resolve))
  }
}

let world: World
let line: Line
beforeAll(async () => {
  const url = new URL(testDatabase().url)
  const free = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => free.once('listening', resolve))
  const address = free.address()
  const port = typeof address === 'object' && address ? address.port : 0
  await new Promise((resolve) => free.close(resolve))
  line = new Line(Number(url.port), port)
  await line.mend()
  url.port = String(port)
  vi.stubEnv('DATABASE_URL', url.href)
  world = await makeWorld()
})
afterAll(async () => {
  vi.unstubAllEnvs()
  const { closePool } = await import('./client')
  await closePool()
  await line.cut()
})

describe('when the database is gone', () => {
  it('commands answer "unavailable", pages fail as such, and all is well once it is back, without a restart', async () => {
    const person = await makePerson(world.actor.caseworker)
    const input = { ...details, personId: person.personId, fundingRoundId: world.roundId }
    await line.cut()
    for (let i = 0; i < 3; i++) {
      expect(await createGrant.execute(world.actor.caseworker, input)).toEqual({ ok: false, code: 'unavailable' })
    }
    await expect(
      listGrants(world.actor.caseworker, {}).catch((error) => Promise.reject(isUnavailable(error))),
    ).rejects.toBe(true)
    await line.mend()
    await expect
      .poll(async () => (await createGrant.execute(world.actor.caseworker, input)).ok, { timeout: 10_000 })
      .toBe(true)
  })

  it('in the middle of a command leaves nothing half-written, and the retry writes it once', async () => {
    const { caseworker } = world.actor
    const person = await makePerson(caseworker)
    const input = { ...details, personId: person.personId, fundingRoundId: world.roundId }
    const call = { commandId: newId() }
    const count = async () => {
      const rows =
        await ownerSql()`select (select count(*)::integer from grants where person_id = ${person.personId}) as grants,
        (select count(*)::integer from case_events e join cases c on c.id = e.case_id where c.created_by = ${caseworker.userId}
          and not exists (select from grants g where g.case_id = c.id)) as orphans`
      return rows[0]
    }
    // The case row waits for a lock that we hold, and the line is cut while it waits.
    const owner = ownerSql()
    await owner.begin(async (sql) => {
      await sql`lock table grants in access exclusive mode`
      const running = createGrant.execute(caseworker, input, call)
      await expect
        .poll(async () => (await owner`select 1 from pg_locks where not granted`).length, { timeout: 5000 })
        .toBeGreaterThan(0)
      await line.cut()
      expect(await running).toEqual({ ok: false, code: 'unavailable' })
    })
    await line.mend()
    await expect.poll(async () => (await count())?.grants, { timeout: 5000 }).toBe(0)
    expect((await count())?.orphans).toBe(0)
    const again = await Promise.all([1, 2].map(() => createGrant.execute(caseworker, input, call)))
    expect(new Set(again.map((result) => result.ok && result.data.caseId)).size).toBe(1)
    expect(await count()).toEqual({ grants: 1, orphans: 0 })
  })
})
