import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fingerprint } from '../../scripts/fingerprint.mjs'
import { run } from '../../scripts/terminal.mjs'
import type { Embedded } from '../embedded'
import { migrate } from '../migrate'
import { connected } from '../server/roles'
import { cloneDatabase, ROOT, withDatabase } from './server'

/** Templates kept for other branches and runs; a template of an older tree is soon made again. */
const KEPT = 6

const TEMPLATE_LOCK = 72_624

/**
 * The template `name`, made with `fill` when it is not there. It gets its name only when it is whole; several
 * runs at once make it once.
 */
async function template(superUrl: string, name: string, fill: (draft: string) => Promise<void>): Promise<string> {
  await connected(superUrl, async (sql) => {
    await sql`select pg_advisory_lock(${TEMPLATE_LOCK})`
    if ((await sql`select from pg_database where datname = ${name}`).length > 0) return
    const draft = `${name}_draft`
    await sql.unsafe(`drop database if exists ${draft} with (force)`)
    await fill(draft)
    await sql.unsafe(`alter database ${draft} rename to ${name}`)
    const kind = name.split('_')[0] ?? name
    const old = await sql<{ name: string }[]>`
      select datname as name from pg_database where datname like ${`${kind}\\_%`} order by oid desc offset ${KEPT}`
    for (const row of old) await sql.unsafe(`drop database if exists ${row.name}`).catch(() => {})
  })
  return name
}

/** An empty database with all migrations. Made anew when a migration changes. */
export async function migratedTemplate(server: Embedded): Promise<string> {
  const name = `template_${fingerprint(ROOT, ['db/migrations'])}`
  return await template(server.superUrl, name, async (draft) => {
    await cloneDatabase(server.superUrl, 'template1', draft)
    await migrate(withDatabase(server.ownerUrl, draft))
    await connected(server.superUrl, (sql) => sql`grant sanad_app, sanad_system to sanad_web`)
  })
}

/** Settings of a process that works on a database of tests. Empty ones keep a developer's own out. */
export function testSettings(
  server: Pick<Embedded, 'webUrl' | 'ownerUrl'>,
  database: string,
  documents: string,
): Record<string, string> {
  return {
    DATABASE_URL: withDatabase(server.webUrl, database),
    DATABASE_OWNER_URL: withDatabase(server.ownerUrl, database),
    DATABASE_POOL: '5',
    DOCUMENTS_DIR: documents,
    SANAD_DEMO: '1',
    AUTH_SECRET: 'for-tests-only-for-tests-only-for-tests-only',
    APP_URL: 'http://127.0.0.1:3000',
    SMTP_URL: '',
    MAIL_FROM: '',
    S3_ENDPOINT: '',
    S3_BUCKET: '',
    S3_REGION: '',
    S3_ACCESS_KEY_ID: '',
    S3_SECRET_ACCESS_KEY: '',
    TRUSTED_PROXIES: '0',
  }
}

async function seed(settings: Record<string, string>): Promise<void> {
  await run(process.execPath, ['--import', 'tsx', 'scripts/db.ts', 'seed'], {
    cwd: ROOT,
    env: { ...process.env, ...settings },
  })
}

/** A database with the whole demo, and the folder of its documents. */
export type DemoTemplate = { name: string; documents: string }

/** The demo as a fresh `npm start` has it. Seeded once, and anew when migrations, schema, rules or seed change. */
export async function demoTemplate(server: Embedded): Promise<DemoTemplate> {
  const empty = await migratedTemplate(server)
  const tree = fingerprint(ROOT, ['db/migrations', 'db/schema', 'db/seed', 'db/client.ts', 'lib'])
  const documents = join(ROOT, '.data/test-documents', tree)
  const name = await template(server.superUrl, `demo_${tree}`, async (draft) => {
    const drafts = `${documents}.draft`
    rmSync(drafts, { recursive: true, force: true })
    mkdirSync(drafts, { recursive: true })
    await cloneDatabase(server.superUrl, empty, draft)
    await seed(testSettings(server, draft, drafts))
    rmSync(documents, { recursive: true, force: true })
    renameSync(drafts, documents)
  })
  if (!existsSync(documents)) mkdirSync(documents, { recursive: true })
  return { name, documents }
}
