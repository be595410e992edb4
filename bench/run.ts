import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { ROOT, withDatabase } from '../db/test-setup/server'
import { ensureBuilt } from '../scripts/build.mjs'
import { type BrowserResult, measureBrowser } from './browser'
import { startCountingProxy } from './counting-proxy'
import { benchDatabase, type Subject, settingsOf, startBenchServer, subjectOf } from './database'
import { measure, page, type Times } from './load'
import { memoryOf, processorTime, startBenchPortal } from './portal'
import { measurePage, measureWrites, type PageResult, pageNames, type Visit, visitsOf } from './scenarios'
import { measureSecondStart } from './second-start'

/** What was measured at one size. */
export type SizeResult = {
  count: number
  pages: Record<string, PageResult & { trips: number }>
  writes: { create: Times; submit: Times }
  memoryMB: { now: number; most: number }
  /** Processor time a request, ms, of the list and of the lightest dynamic page (`/forgot`: no session, no query). */
  processorMs: { list: number; lightest: number }
  browser: BrowserResult
}

type Server = Awaited<ReturnType<typeof startBenchServer>>

const { values: options } = parseArgs({
  options: {
    million: { type: 'boolean', default: false },
    sizes: { type: 'string' },
    runs: { type: 'string', default: '200' },
    'no-start': { type: 'boolean', default: false },
  },
})
const runs = Number(options.runs)
const sizes = options.sizes?.split(',').map(Number) ?? [10_000, 100_000, ...(options.million ? [1_000_000] : [])]

/** Round trips to the database a request, by page: on a portal of its own, so that counting slows nothing that is timed. */
async function countTrips(server: Server, database: string, { cookies }: Subject, visits: [string, Visit][]) {
  const proxy = await startCountingProxy(server.port)
  const settings = settingsOf(server, database)
  const url = new URL(settings.DATABASE_URL ?? '')
  url.port = String(proxy.port)
  const portal = await startBenchPortal({ ...settings, DATABASE_URL: url.href })
  const trips: Record<string, number> = {}
  try {
    for (const [name, { as, path }] of visits) {
      for (let run = 0; run < 60; run++) await page(portal.url + path(run), cookies[as])
      const before = proxy.trips()
      for (let run = 0; run < 20; run++) await page(portal.url + path(run), cookies[as])
      trips[name] = (proxy.trips() - before) / 20
    }
  } finally {
    await portal.stop()
    proxy.stop()
  }
  return trips
}

async function processorPerRequest(pid: number, url: string, cookie: string): Promise<number> {
  await measure(30, 1, async () => void (await page(url, cookie)))
  const before = processorTime(pid)
  await measure(300, 1, async () => void (await page(url, cookie)))
  return Math.round(((processorTime(pid) - before) / 300) * 100) / 100
}

async function measureSize(server: Server, count: number): Promise<SizeResult> {
  const database = await benchDatabase(server, count)
  const superUrl = withDatabase(server.superUrl, database)
  const subject = await subjectOf(superUrl)
  const visits = Object.entries(visitsOf(subject))
  const trips = await countTrips(server, database, subject, visits)
  const portal = await startBenchPortal(settingsOf(server, database))
  try {
    const pages: SizeResult['pages'] = {}
    for (const [name, visit] of visits) {
      const result = await measurePage(portal.url, subject, superUrl, visit, runs)
      pages[name] = { ...result, trips: trips[name] ?? 0 }
    }
    const writes = await measureWrites(portal.url, subject, 30)
    const processorMs = {
      list: await processorPerRequest(portal.pid, `${portal.url}/grants`, subject.cookies.caseworker),
      lightest: await processorPerRequest(portal.pid, `${portal.url}/forgot`, ''),
    }
    const memoryMB = memoryOf(portal.pid)
    const browser = await measureBrowser(portal.url, subject.cookies.caseworker)
    return { count, pages, writes, memoryMB, processorMs, browser }
  } finally {
    await portal.stop()
  }
}

function print(result: SizeResult): void {
  console.log(`\n${result.count.toLocaleString('en')} cases`)
  const line = (times: Times) => ({
    'p50 ms': times.p50,
    'p95 ms': times.p95,
    'p99 ms': times.p99,
    'req/s': times.perSecond,
  })
  console.table({
    ...Object.fromEntries(
      Object.entries(result.pages).map(([name, { alone, eight, databaseMs, statements, trips }]) => [
        name,
        {
          ...line(alone),
          'p95 of 8': eight.p95,
          'req/s of 8': eight.perSecond,
          'db ms': databaseMs,
          statements,
          trips,
        },
      ]),
    ),
    'Create (post)': line(result.writes.create),
    'Submit (post)': line(result.writes.submit),
  })
  const { memoryMB, processorMs, browser } = result
  console.log(`memory ${memoryMB.now} MB, at most ${memoryMB.most} MB`)
  console.log(`processor a request: list ${processorMs.list} ms, lightest page ${processorMs.lightest} ms`)
  console.log(
    `first visit ${browser.firstKB} KB (and ${browser.fontKB} KB where no Arabic font is installed), next page ${browser.nextKB} KB`,
  )
  console.log(
    `at 400 kbit/s and 400 ms: readable and usable without scripts ${browser.readableMs} ms, all loaded ${browser.usableMs} ms`,
  )
}

await ensureBuilt()
const server = await startBenchServer()
const results: SizeResult[] = []
try {
  for (const count of sizes) {
    const result = await measureSize(server, count)
    results.push(result)
    print(result)
  }
} finally {
  await server.stop()
}
const [smallest] = results
const largest = results.at(-1)
const growth = Object.fromEntries(
  pageNames.map((name) => {
    const ratio = (largest?.pages[name]?.alone.p95 ?? 0) / (smallest?.pages[name]?.alone.p95 ?? 1)
    return [name, Math.round(ratio * 100) / 100]
  }),
)
if (largest && smallest && largest !== smallest) {
  console.log(`\np95 at ${largest.count.toLocaleString('en')} over p95 at ${smallest.count.toLocaleString('en')}`)
  console.table(growth)
}
const secondStartSeconds = options['no-start'] ? null : await measureSecondStart()
if (secondStartSeconds !== null) console.log(`second start: ${secondStartSeconds.toFixed(1)} s`)
const folder = join(ROOT, 'bench/results')
mkdirSync(folder, { recursive: true })
const machine = {
  node: process.version,
  processors: cpus().length,
  model: cpus()[0]?.model,
  memoryGB: Math.round(totalmem() / 2 ** 30),
}
const file = join(folder, `${new Date().toISOString().replaceAll(':', '-').slice(0, 19)}.json`)
writeFileSync(file, JSON.stringify({ machine, runs, results, growth, secondStartSeconds }, null, 2))
console.log(`\nwritten to ${file}`)
