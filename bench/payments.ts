import { writeFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { connected } from '../db/server/roles'
import { withDatabase } from '../db/test-setup/server'
import { newId } from '../lib/ids'
import { type Subject, settingsOf, type startBenchServer } from './database'
import { ask, formPost, page } from './load'
import { type BenchPortal, memoryOf, startBenchPortal } from './portal'

type Server = Awaited<ReturnType<typeof startBenchServer>>

/** One deed with so many rows: how long it took, and the server's memory before and at most meanwhile. */
export type DeedResult = {
  deed: string
  rows: number
  seconds: number
  perSecond: number
  beforeMB: number
  mostMB: number
}

/** Undoes what an earlier run has released and answered: every first tranche waits for its release again. */
const undo = [
  `delete from payment_import_rows`,
  `delete from payment_imports`,
  `delete from release_list_rows`,
  `delete from release_lists`,
  `delete from tranche_events`,
  `delete from notifications where kind like 'tranche%'`,
  `delete from ledger_entries where tranche_id is not null`,
  `update tranches t set status = 'authorised', released_by = null, paid_on = null, payment_reference = '', status_reason = '' from cases c
    where c.id = t.case_id and c.status = 'disbursing' and t.number = 1 and t.status <> 'authorised'`,
  `update budget_lines set released_minor = 0, spent_minor = 0`,
  `delete from monitoring_visits v using cases c where c.id = v.case_id and c.status = 'disbursing'`,
  `select figures_rebuild()`,
]

/** A list of `count` authorised tranches, and their references. */
async function makeList(superUrl: string, count: number): Promise<{ id: string; references: string[] }> {
  return connected(superUrl, async (sql) => {
    const id = newId()
    await sql`set session_replication_role = replica`
    await sql`insert into release_lists (id, number, channel, currency, made_by) select ${id}, ${`BENCH-${count}`}, 'mobile_wallet', 'IQD', id
      from users where email = 'finance@test.sanad'`
    await sql`insert into release_list_rows (id, list_id, tranche_id, position) select uuidv7(), ${id}, k.id, row_number() over (order by k.id)
      from (select t.id from tranches t where t.status = 'authorised' and not exists (select from release_list_rows r where r.tranche_id = t.id)
        order by t.id limit ${count}) k`
    const rows = await sql<{ reference: string }[]>`
      select t.reference from release_list_rows r join tranches t on t.id = r.tranche_id where r.list_id = ${id} order by r.position`
    if (rows.length !== count) throw new Error(`only ${rows.length} tranches are authorised: seed more cases`)
    return { id, references: rows.map((row) => row.reference) }
  })
}

/** Asks for a page, which drives what is under way, until the record is no longer in this state. */
async function untilOver(superUrl: string, url: string, cookie: string, table: string, state: string): Promise<void> {
  const id = url.split('/').at(-1) ?? ''
  await connected(superUrl, async (sql) => {
    for (;;) {
      const [row] = await sql<{ state: string }[]>`select state from ${sql(table)} where id = ${id}`
      if (row?.state !== state) return
      await page(url, cookie)
      await pause(500)
    }
  })
}

async function send(url: string, cookie: string, post: { type: string; body: Buffer }): Promise<string> {
  const answer = await ask(url, cookie, post)
  if (answer.status !== 303 || !answer.location) throw new Error(`${url} answers ${answer.status}`)
  return new URL(answer.location, url).href
}

/** Does one deed on a portal of its own, so that its memory is nobody else's. */
async function measureDeed(
  settings: Record<string, string>,
  cookie: string,
  deed: string,
  rows: number,
  work: (portal: BenchPortal) => Promise<void>,
): Promise<DeedResult> {
  const portal = await startBenchPortal(settings)
  try {
    for (let run = 0; run < 10; run++) await page(`${portal.url}/payments/lists`, cookie)
    const beforeMB = memoryOf(portal.pid).now
    // Linux starts to watch for the most memory anew.
    writeFileSync(`/proc/${portal.pid}/clear_refs`, '5')
    const began = performance.now()
    await work(portal)
    const seconds = Math.round(performance.now() - began) / 1000
    return { deed, rows, seconds, perSecond: Math.round(rows / seconds), beforeMB, mostMB: memoryOf(portal.pid).most }
  } finally {
    await portal.stop()
  }
}

/** Exports, releases and answers a list of each length. */
export async function measurePayments(
  server: Server,
  database: string,
  { cookies }: Subject,
  lengths: readonly number[],
): Promise<DeedResult[]> {
  const superUrl = withDatabase(server.superUrl, database)
  await connected(superUrl, async (sql) => {
    await sql`set session_replication_role = replica`
    for (const statement of undo) await sql.unsafe(statement)
    await sql`vacuum analyze tranches`
  })
  const settings = settingsOf(server, database)
  const cookie = cookies.financeb
  const results: DeedResult[] = []
  for (const rows of lengths) {
    const list = await makeList(superUrl, rows)
    const path = `/payments/lists/${list.id}`
    const deed = async (name: string, work: (portal: BenchPortal) => Promise<void>) =>
      void results.push(await measureDeed(settings, cookie, name, rows, work))
    for (const kind of ['csv', 'xlsx'])
      await deed(`Export ${kind}`, async ({ url }) => void (await page(`${url}${path}/export?as=${kind}`, cookie)))
    await deed('Release all', async ({ url }) => {
      const html = await page(url + path, cookie)
      await send(url + path, cookie, formPost(html, 'Release all on this list', {}))
      await untilOver(superUrl, url + path, cookie, 'release_lists', 'releasing')
    })
    const lines = list.references.map((reference, at) => `${reference},1000000,IQD,paid,B-${rows}-${at},2026-03-02,`)
    const csv = `Reference,Amount,Currency,Result,Bank reference,Date,Reason\r\n${lines.join('\r\n')}\r\n`
    const head = `--bench\r\ncontent-disposition: form-data; name="file"; filename="answers-${rows}.csv"\r\ncontent-type: text/csv\r\n\r\n`
    const post = { type: 'multipart/form-data; boundary=bench', body: Buffer.from(`${head}${csv}\r\n--bench--\r\n`) }
    let answers = ''
    await deed('Answers: check', async ({ url }) => {
      answers = new URL(await send(`${url}/payments/answers/upload`, cookie, post)).pathname
    })
    await deed('Answers: apply', async ({ url }) => {
      const html = await page(url + answers, cookie)
      await send(url + answers, cookie, formPost(html, 'Apply', {}))
      await untilOver(superUrl, url + answers, cookie, 'payment_imports', 'running')
      if (!(await page(url + answers, cookie)).includes('Done')) throw new Error('the answers were not applied')
    })
  }
  return results
}
