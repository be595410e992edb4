import { writeFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { connected } from '../db/server/roles'
import { withDatabase } from '../db/test-setup/server'
import { guessMapping } from '../lib/communities/displacement/files/heads'
import { newId } from '../lib/ids'
import { ensureBuilt } from '../scripts/build.mjs'
import { benchDatabase, sessionOf, settingsOf, startBenchServer } from './database'
import { ask, formPost, measure, page } from './load'
import { memoryOf, startBenchPortal } from './portal'

/**
 * Displacement at 5,000 locations and 40 rounds: its pages, and lists of 300, 3,000 and 20,000 locations read and taken, each on
 * a server of its own, whose memory is set side by side.
 */
const locations = 5000
const base = '/communities/displacement'

type Deed = { rows: number; checkSeconds: number; takeSeconds: number; beforeMB: number; mostMB: number }

const heads = [
  'Place ID',
  'Governorate',
  'District',
  'Location Name',
  'IDPs Families',
  'IDPs Individuals',
  'Anbar',
  'Ninewa',
]

/** Which column is what, as the form would send it. */
const columns = Object.fromEntries(
  guessMapping(heads, 'idp').mapping.map((field, at) => [`columns.${at}`, field ?? '']),
)

function listOf(rows: number): string {
  const lines = Array.from({ length: rows }, (_, at) => {
    const families = 10 + ((at * 37) % 900)
    const anbar = families >> 1
    return [100_001 + at, 'Anbar', 'Falluja', `Town ${at + 1}`, families, families * 6, anbar, families - anbar].join(
      ',',
    )
  })
  return [heads.join(','), ...lines].join('\r\n')
}

await ensureBuilt()
const server = await startBenchServer()
try {
  const database = await benchDatabase(server, locations, 'bench_displacement')
  const superUrl = withDatabase(server.superUrl, database)
  const settings = settingsOf(server, database)
  const cookie = await connected(superUrl, (sql) => sessionOf(sql, 'analyst'))
  const stateOf = (importId: string) =>
    connected(
      superUrl,
      async (sql) => (await sql`select state from displacement_imports where id = ${importId}`)[0]?.state,
    )

  /** Asks for the page of an import, which drives what is under way, until it stands so. */
  async function until(url: string, state: string): Promise<string> {
    while ((await stateOf(url.split('/').at(-1) ?? '')) !== state) {
      await page(url, cookie)
      await pause(50)
    }
    return page(url, cookie)
  }

  const send = async (url: string, post: { type: string; body: Buffer }): Promise<string> => {
    const answer = await ask(url, cookie, post)
    if (answer.status !== 303 || !answer.location) throw new Error(`${url} answers ${answer.status}`)
    return new URL(answer.location, url).href
  }

  async function take(rows: number, number: number): Promise<Deed> {
    const roundId = newId()
    await connected(
      superUrl,
      (sql) => sql`insert into displacement_rounds (id, number, counted_on, status, created_by)
        select ${roundId}, ${number}, '2026-11-01', 'open', id from users where email = 'analyst@test.sanad'`,
    )
    const portal = await startBenchPortal(settings)
    try {
      for (let run = 0; run < 10; run++) await page(`${portal.url}${base}/rounds`, cookie)
      const beforeMB = memoryOf(portal.pid).now
      writeFileSync(`/proc/${portal.pid}/clear_refs`, '5')
      const part = (name: string, more: string, value: string) =>
        `--bench\r\ncontent-disposition: form-data; name="${name}"${more}\r\n\r\n${value}\r\n`
      const body = Buffer.from(
        `${part('population', '', 'idp')}${part('file', '; filename="list.csv"', listOf(rows))}--bench--\r\n`,
      )
      const began = performance.now()
      const address = await send(`${portal.url}${base}/rounds/${roundId}/import`, {
        type: 'multipart/form-data; boundary=bench',
        body,
      })
      const first = await page(address, cookie)
      if ((await stateOf(address.split('/').at(-1) ?? '')) === 'mapping')
        await send(address, formPost(first, 'Look at the rows', columns))
      const checked = await until(address, 'checked')
      const looked = performance.now()
      await send(address, formPost(checked, 'Take ', {}))
      await until(address, 'done')
      const taken = performance.now()
      const seconds = (from: number, to: number) => Math.round((to - from) / 10) / 100
      return {
        rows,
        checkSeconds: seconds(began, looked),
        takeSeconds: seconds(looked, taken),
        beforeMB,
        mostMB: memoryOf(portal.pid).most,
      }
    } finally {
      await portal.stop()
    }
  }

  await connected(superUrl, async (sql) => {
    await sql`set session_replication_role = replica`
    await sql`delete from displacement_import_rows`
    await sql`delete from displacement_counts where import_id is not null`
    await sql`delete from displacement_imports`
    await sql`delete from displacement_mappings`
    await sql`delete from displacement_rounds where status = 'open'`
  })
  const deeds: Deed[] = []
  for (const [at, rows] of [300, 3000, 20_000].entries()) deeds.push(await take(rows, 500 + at))
  console.table(deeds)

  const [round] = await connected(superUrl, (sql) => sql`select id from displacement_rounds where number = 501`)
  const [place] = await connected(superUrl, (sql) => sql`select id from monitored_locations limit 1`)
  const portal = await startBenchPortal(settings)
  try {
    const times: Record<string, unknown> = {}
    for (const [name, path] of [
      ['Overview with map', base],
      ['Rounds', `${base}/rounds`],
      ['An open round', `${base}/rounds/${round?.id}`],
      ['Its locations', `${base}/rounds/${round?.id}/locations`],
      ['Register', `${base}/locations`],
      ['Register, searched', `${base}/locations?search=4999`],
      ['A location', `${base}/locations/${place?.id}`],
      ['A district', `${base}/areas/IQG01Q01`],
      ['Unknown places', `${base}/queue`],
    ] as const) {
      const open = async () => void (await page(portal.url + path, cookie))
      await measure(5, 1, open)
      const { p50, p95 } = await measure(30, 1, open)
      times[name] = { p50, p95 }
    }
    console.table(times)
  } finally {
    await portal.stop()
  }
} finally {
  await server.stop()
}
