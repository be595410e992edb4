import { randomUUID } from 'node:crypto'
import type postgres from 'postgres'
import { connected } from '../db/server/roles'
import { withDatabase } from '../db/test-setup/server'
import { newApiSecret } from '../lib/auth/api-key'
import { ensureBuilt } from '../scripts/build.mjs'
import { benchDatabase, sessionOf, settingsOf, startBenchServer } from './database'
import { ask, measure, type Times } from './load'
import { startBenchPortal } from './portal'

/** Health at 10,000 and at 1,000,000 consultations: the same pages, in one run, and how much longer the large ones take. */
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

async function measureSize(server: Awaited<ReturnType<typeof startBenchServer>>, count: number) {
  const database = await benchDatabase(server, count, 'bench_health')
  const superUrl = withDatabase(server.superUrl, database)
  const parts = [...new Set(pages.map(([part]) => part))]
  const { proofs, person } = await connected(superUrl, async (sql) => {
    const made = new Map<string, Record<string, string>>()
    for (const part of parts)
      made.set(part, part === 'key' ? { authorization: await keyOf(sql) } : { cookie: await sessionOf(sql, part) })
    const [row] = await sql<
      { id: string }[]
    >`select person_id as id from referrals order by case_id desc offset 50 limit 1`
    return { proofs: made, person: row?.id ?? '' }
  })
  const portal = await startBenchPortal(settingsOf(server, database))
  const found = new Map<string, Times>()
  try {
    for (const [part, name, path] of pages) {
      const url = portal.url + path.replace(':person', person)
      const open = async () => {
        const { status } = await ask(url, '', undefined, proofs.get(part))
        if (status !== 200) throw new Error(`${url} answers ${status}`)
      }
      await measure(warmUps, 1, open)
      const times = await measure(runs, 1, open)
      found.set(name, times)
      console.log(
        `${count.toLocaleString('en').padStart(9)}  ${name.padEnd(30)} p50 ${times.p50} ms, p95 ${times.p95} ms`,
      )
    }
  } finally {
    await portal.stop()
  }
  return found
}

await ensureBuilt()
const server = await startBenchServer()
const results: [number, Map<string, Times>][] = []
try {
  for (const count of sizes) results.push([count, await measureSize(server, count)])
} finally {
  await server.stop()
}
const [small, large] = [results[0]?.[1], results.at(-1)?.[1]]
console.table(
  Object.fromEntries(
    pages.map(([, name]) => [
      name,
      {
        ...Object.fromEntries(
          results.flatMap(([count, times]) => [
            [`p50 at ${count.toLocaleString('en')}`, times.get(name)?.p50],
            [`p95 at ${count.toLocaleString('en')}`, times.get(name)?.p95],
          ]),
        ),
        'p50 ratio': Math.round(((large?.get(name)?.p50 ?? 0) / (small?.get(name)?.p50 ?? 1)) * 100) / 100,
        'p95 ratio': Math.round(((large?.get(name)?.p95 ?? 0) / (small?.get(name)?.p95 ?? 1)) * 100) / 100,
      },
    ]),
  ),
)
