import { randomUUID } from 'node:crypto'
import { cpus, loadavg } from 'node:os'
import type postgres from 'postgres'
import { connected } from '../db/server/roles'
import { withDatabase } from '../db/test-setup/server'
import { newApiSecret } from '../lib/auth/api-key'
import { ensureBuilt } from '../scripts/build.mjs'
import { benchDatabase, sessionOf, settingsOf, startBenchServer } from './database'
import { ask } from './load'
import { type BenchPortal, startBenchPortal } from './portal'

/**
 * Health at 10,000 and at 1,000,000 consultations: the same pages, and how much longer the large ones take. Each page is asked of
 * the small and of the large portal in turns, so that whatever else the machine does burdens both.
 */
const sizes = process.argv[2]?.split(',').map(Number) ?? [10_000, 1_000_000]
const warmUps = 5
const runs = 20
const pages = [
  ['nurse', 'Referrals', '/referrals'],
  ['nurse', 'Referrals, requested', '/referrals?status=requested'],
  ['healthsupervisor', 'Referrals, overdue', '/referrals?overdue=1'],
  ['nurse', 'Registers', '/referrals/consultations'],
  ['nurse', 'Registers with one in 5,000', '/referrals/consultations?displacement=refugee_asylum_seeker'],
  ['nurse', 'Registers, two filters, nobody', '/referrals/consultations?displacement=other&sex=female'],
  [
    'nurse',
    'Registers, four filters, nobody',
    '/referrals/consultations?sex=female&age_band=60%2B&disability=yes&visit=new',
  ],
  ['healthmanager', 'Totals of a year', '/referrals/consultations/totals'],
  ['healthmanager', 'Figures of a year', '/reports/health'],
  ['healthmanager', 'Records of a figure', '/reports/health/records?measure=missed'],
  ['key', 'FHIR ServiceRequest', '/api/fhir/ServiceRequest'],
  ['key', 'FHIR Patient', '/api/fhir/Patient'],
  ['key', 'FHIR Consent', '/api/fhir/Consent'],
  ['key', 'FHIR Patient by id', '/api/fhir/Patient/:person'],
] as const
const parts = [...new Set(pages.map(([part]) => part))]

type Stage = {
  name: string
  superUrl: string
  portal: BenchPortal
  proofs: Map<string, Record<string, string>>
  person: string
}
type Server = Awaited<ReturnType<typeof startBenchServer>>

/** A key to all facilities of the bench, as a header; its secret is made anew each run. */
async function keyOf(sql: postgres.Sql): Promise<string> {
  const { secret, keyHash, prefix } = newApiSecret()
  const id = randomUUID()
  await sql`insert into api_keys (id, name, recipient_en, recipient_ar, prefix, key_hash, scopes, created_by, approved_by, approved_at, expires_at)
    select ${id}, 'Bench', 'Bench', 'Bench', ${prefix}, ${keyHash}, '{fhir.read}', a.id, b.id, now(), now() + interval '1 day'
    from users a, users b where a.email = 'admin@test.sanad' and b.email = 'admin2@test.sanad'`
  await sql`insert into api_key_facilities (api_key_id, facility_id) select ${id}, id from facilities where code like 'BENCH-%'`
  return `Bearer ${secret}`
}

/** The database of a size, a portal on it, and who opens it. */
async function stageOf(server: Server, count: number): Promise<Stage> {
  const name = await benchDatabase(server, count, 'bench_health')
  const superUrl = withDatabase(server.superUrl, name)
  const { proofs, person } = await connected(superUrl, async (sql) => {
    const made = new Map<string, Record<string, string>>()
    for (const part of parts)
      made.set(part, part === 'key' ? { authorization: await keyOf(sql) } : { cookie: await sessionOf(sql, part) })
    const [row] = await sql<
      { id: string }[]
    >`select person_id as id from referrals order by case_id desc offset 50 limit 1`
    return { proofs: made, person: row?.id ?? '' }
  })
  return { name, superUrl, proofs, person, portal: await startBenchPortal(settingsOf(server, name)) }
}

/** Milliseconds of one request. */
async function timeOf({ portal, proofs, person }: Stage, part: string, path: string): Promise<number> {
  const url = portal.url + path.replace(':person', person)
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

await ensureBuilt()
const server = await startBenchServer()
const stages: Stage[] = []
const table: Record<string, object> = {}
try {
  for (const count of sizes) stages.push(await stageOf(server, count))
  await connected(stages[0]?.superUrl ?? '', async (sql) => {
    for (const [part, name, path] of pages) {
      const line = await measureInTurns(sql, stages, part, path)
      table[name] = line
      console.log(name.padEnd(32), JSON.stringify(line))
    }
  })
} finally {
  for (const { portal } of stages) await portal.stop()
  await server.stop()
}
console.log(`${sizes.map((count) => count.toLocaleString('en')).join(' → ')} consultations, ${runs} runs each in turns`)
console.log(
  `${cpus().length} × ${cpus()[0]?.model}, load ${loadavg().map(round).join(' ')}, Node ${process.version}, PostgreSQL ${server.version}`,
)
console.table(table)
