import { cpus, loadavg } from 'node:os'
import type postgres from 'postgres'
import { connected } from '../db/server/roles'
import { withDatabase } from '../db/test-setup/server'
import { ensureBuilt } from '../scripts/build.mjs'
import { benchDatabase, type seeds, settingsOf, startBenchServer } from './database'
import { ask } from './load'
import { type BenchPortal, startBenchPortal } from './portal'

const warmUps = 5
const runs = 20

/** Who asks, what the line of the table is called, and the address; `:name` in it is filled from `given`. */
type Page = readonly [part: string, name: string, path: string]

type Bench = {
  sizes: readonly number[]
  pages: readonly Page[]
  /** What the databases are called, and so which seed fills them; see database.ts. */
  seed: keyof typeof seeds
  /** What the sizes count. */
  what: string
  /** How a part proves who they are, as headers. */
  proofOf: (sql: postgres.Sql, part: string) => Promise<Record<string, string>>
  /** What stands in addresses, of one database. */
  given?: (sql: postgres.Sql) => Promise<Record<string, string>>
}

type Stage = {
  name: string
  superUrl: string
  portal: BenchPortal
  proofs: Map<string, Record<string, string>>
  given: Record<string, string>
}
type Server = Awaited<ReturnType<typeof startBenchServer>>

/** The database of a size, a portal on it, and who opens it. */
async function stageOf(server: Server, count: number, bench: Bench): Promise<Stage> {
  const name = await benchDatabase(server, count, bench.seed)
  const superUrl = withDatabase(server.superUrl, name)
  const known = await connected(superUrl, async (sql) => {
    const proofs = new Map<string, Record<string, string>>()
    for (const part of new Set(bench.pages.map(([who]) => who))) proofs.set(part, await bench.proofOf(sql, part))
    return { proofs, given: (await bench.given?.(sql)) ?? {} }
  })
  return { name, superUrl, ...known, portal: await startBenchPortal(settingsOf(server, name)) }
}

/** Milliseconds of one request. */
async function timeOf({ portal, proofs, given }: Stage, part: string, path: string): Promise<number> {
  const url = portal.url + path.replace(/:(\w+)/g, (_, name: string) => given[name] ?? '')
  const from = performance.now()
  const { status } = await ask(url, '', undefined, proofs.get(part))
  if (status !== 200) throw new Error(`${url} answers ${status}`)
  return performance.now() - from
}

const round = (value: number) => Math.round(value * 10) / 10
const share = (times: readonly number[], part: number) =>
  round(times.toSorted((one, other) => one - other)[Math.min(times.length - 1, Math.floor(times.length * part))] ?? 0)

/** What Postgres itself spent on a request since it was last asked, planning included, ms. */
async function spentIn(sql: postgres.Sql, { name }: Stage): Promise<number> {
  const [spent] = await sql<{ ms: number }[]>`
    select coalesce(sum(total_exec_time + total_plan_time), 0)::float as ms from pg_stat_statements
    where dbid = (select oid from pg_database where datname = ${name}) and toplevel and query not like '%pg_stat_statements%'`
  return round((spent?.ms ?? 0) / runs)
}

/** One page in turns on all sizes: a line of the table. */
async function measureInTurns(sql: postgres.Sql, stages: readonly Stage[], part: string, path: string) {
  const times = stages.map((): number[] => [])
  for (let run = -warmUps; run < runs; run++) {
    if (run === 0) await sql`select pg_stat_statements_reset()`
    for (const [at, stage] of stages.entries()) {
      const took = await timeOf(stage, part, path)
      if (run >= 0) times[at]?.push(took)
    }
  }
  const spent: number[] = []
  for (const stage of stages) spent.push(await spentIn(sql, stage))
  const ratio = (values: readonly number[]) => Math.round(((values.at(-1) ?? 0) / (values[0] ?? 1)) * 100) / 100
  const [p50, p95] = [0.5, 0.95].map((part) => times.map((one) => share(one, part)))
  return {
    'p50 ms': p50?.join(' → '),
    'p95 ms': p95?.join(' → '),
    'p50 ×': ratio(p50 ?? []),
    'p95 ×': ratio(p95 ?? []),
    'db ms': spent.join(' → '),
  }
}

/**
 * The same pages on a small and on a large portal, and how much longer the large one takes. Each page is asked of both in
 * turns, so that whatever else the machine does burdens both.
 */
export async function benchInTurns(bench: Bench): Promise<void> {
  await ensureBuilt()
  const server = await startBenchServer()
  const stages: Stage[] = []
  const table: Record<string, object> = {}
  try {
    for (const count of bench.sizes) stages.push(await stageOf(server, count, bench))
    await connected(stages[0]?.superUrl ?? '', async (sql) => {
      for (const [part, name, path] of bench.pages) {
        const line = await measureInTurns(sql, stages, part, path)
        table[name] = line
        console.log(name.padEnd(32), JSON.stringify(line))
      }
    })
  } finally {
    for (const { portal } of stages) await portal.stop()
    await server.stop()
  }
  const sizes = bench.sizes.map((count) => count.toLocaleString('en')).join(' → ')
  console.log(`${sizes} ${bench.what}, ${runs} runs each in turns`)
  console.log(
    `${cpus().length} × ${cpus()[0]?.model}, load ${loadavg().map(round).join(' ')}, Node ${process.version}, PostgreSQL ${server.version}`,
  )
  console.table(table)
}
