import { withDatabase } from '../db/test-setup/server'
import { ensureBuilt } from '../scripts/build.mjs'
import { benchDatabase, startBenchServer, subjectOf } from './database'
import { measurePayments } from './payments'

/**
 * Money in bulk: exports, releases and answers a list of 1,000 tranches and one of 10,000, each on a server of its own, and
 * sets their memory side by side: a deed that holds all rows at once would need ten times as much.
 */
await ensureBuilt()
const server = await startBenchServer()
try {
  const database = await benchDatabase(server, 100_000)
  const subject = await subjectOf(withDatabase(server.superUrl, database))
  const deeds = await measurePayments(server, database, subject, [1000, 10_000])
  console.table(deeds)
  for (const large of deeds.filter((one) => one.rows === 10_000)) {
    const small = deeds.find((one) => one.deed === large.deed && one.rows === 1000)
    if (small)
      console.log(
        `${large.deed}: ${large.perSecond} rows/s; memory ${large.mostMB} MB against ${small.mostMB} MB: ${(large.mostMB / small.mostMB).toFixed(2)}`,
      )
  }
} finally {
  await server.stop()
}
