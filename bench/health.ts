import { connected } from '../db/server/roles'
import { withDatabase } from '../db/test-setup/server'
import { ensureBuilt } from '../scripts/build.mjs'
import { benchDatabase, sessionOf, settingsOf, startBenchServer } from './database'
import { measure, page, type Times } from './load'
import { startBenchPortal } from './portal'

/** Health at 10,000 and at 1,000,000 consultations: the same pages, in one run, and how much longer the large ones take. */
const sizes = [10_000, 1_000_000]
const runs = 60
const pages = [
  ['nurse', 'Referrals', '/referrals'],
  ['nurse', 'Referrals, requested', '/referrals?status=requested'],
  ['healthsupervisor', 'Referrals, overdue', '/referrals?overdue=1'],
  ['nurse', 'Registers', '/referrals/consultations'],
  ['healthmanager', 'Totals of a year', '/referrals/consultations/totals'],
  ['healthmanager', 'Figures of a year', '/reports/health'],
] as const

await ensureBuilt()
const server = await startBenchServer()
const found: Record<string, Times[]> = {}
try {
  for (const count of sizes) {
    const database = await benchDatabase(server, count, 'bench_health')
    const parts = [...new Set(pages.map(([part]) => part))]
    const cookies = await connected(withDatabase(server.superUrl, database), async (sql) => {
      const made: [string, string][] = []
      for (const part of parts) made.push([part, await sessionOf(sql, part)])
      return new Map(made)
    })
    const portal = await startBenchPortal(settingsOf(server, database))
    try {
      for (const [part, name, path] of pages) {
        const open = async () => void (await page(portal.url + path, cookies.get(part) ?? ''))
        await measure(10, 1, open)
        found[name] = [...(found[name] ?? []), await measure(runs, 1, open)]
      }
    } finally {
      await portal.stop()
    }
  }
} finally {
  await server.stop()
}
console.table(
  Object.fromEntries(
    Object.entries(found).map(([name, [small, large]]) => [
      name,
      {
        'p50 at 10,000': small?.p50,
        'p95 at 10,000': small?.p95,
        'p50 at 1,000,000': large?.p50,
        'p95 at 1,000,000': large?.p95,
        'p95 ratio': Math.round(((large?.p95 ?? 0) / (small?.p95 ?? 1)) * 100) / 100,
      },
    ]),
  ),
)
