import { readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import postgres from 'postgres'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Embedded, startEmbedded } from './embedded'
import { isServerOf } from './server/postmaster'
import { ROOT } from './test-setup/server'

// Not in the temporary folder: its folders are closed to the account that a server of root runs as.
const dataDir = join(ROOT, '.data', `embedded-test-${process.pid}`)
let embedded: Embedded

async function start(): Promise<void> {
  embedded = await startEmbedded({ dataDir, settings: { fsync: 'off' } })
}

beforeAll(start)

async function ask(url: string, question: string): Promise<unknown> {
  const sql = postgres(url, { max: 1, onnotice: () => {}, connect_timeout: 2 })
  try {
    const [row] = await sql.unsafe(question)
    return row?.answer
  } finally {
    await sql.end({ timeout: 1 })
  }
}

function home(): string {
  const location = statSync(join(dataDir, 'location'), { throwIfNoEntry: false })
  return location ? readFileSync(join(dataDir, 'location'), 'utf8').trim() : dataDir
}

function serverPid(): number {
  return Number(readFileSync(join(home(), 'data/postmaster.pid'), 'utf8').split('\n')[0])
}

afterAll(async () => {
  await embedded.stop()
  if (home() !== dataDir) rmSync(home(), { recursive: true, force: true })
  rmSync(dataDir, { recursive: true, force: true })
})

test('a server out of nothing: closed, on this machine only, and able to read Arabic', async () => {
  expect(await ask(embedded.superUrl, `select current_setting('listen_addresses') as answer`)).toBe('127.0.0.1')
  expect(await ask(embedded.superUrl, `select current_setting('unix_socket_directories') as answer`)).toBe('')
  expect(await ask(embedded.ownerUrl, `select cardinality(show_trgm('محمد')) > 0 as answer`)).toBe(true)
  for (const file of ['secrets.json', 'server.log', 'port']) expect(statSync(join(dataDir, file)).mode & 0o077).toBe(0)
  const wrong = new URL(embedded.superUrl)
  wrong.password = 'wrong'
  await expect(ask(wrong.href, 'select 1')).rejects.toThrow(/password authentication failed/)
})

test('the web login owns nothing and inherits nothing', async () => {
  const { webUrl } = embedded
  expect(
    await ask(
      webUrl,
      'select rolsuper or rolinherit or rolcreaterole or rolcreatedb as answer from pg_roles where rolname = current_user',
    ),
  ).toBe(false)
  await expect(ask(webUrl, 'create table x ()')).rejects.toThrow(/permission denied/)
  await expect(ask(webUrl, 'create temporary table x ()')).rejects.toThrow(/permission denied/)
})

test('what was committed survives kill -9, and the server comes back on its port by itself', async () => {
  const { ownerUrl } = embedded
  await ask(ownerUrl, 'create table kept as select 42 as answer')
  const before = serverPid()
  process.kill(before, 'SIGKILL')
  await expect.poll(() => ask(ownerUrl, 'select answer from kept').catch(() => 'away'), { timeout: 15_000 }).toBe(42)
  expect(serverPid()).not.toBe(before)
})

test('it stops, and starts again where it was', async () => {
  const { port } = embedded
  const pid = serverPid()
  await embedded.stop()
  expect(isServerOf(pid, join(home(), 'data'))).toBe(false)
  await start()
  expect(embedded.port).toBe(port)
  expect(await ask(embedded.ownerUrl, 'select answer from kept')).toBe(42)
})
