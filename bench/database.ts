import { createHash, randomBytes } from 'node:crypto'
import { join } from 'node:path'
import type postgres from 'postgres'
import { type Embedded, startEmbedded } from '../db/embedded'
import { migrate } from '../db/migrate'
import { connected } from '../db/server/roles'
import { ROOT, withDatabase } from '../db/test-setup/server'
import { newId } from '../lib/ids'
import { fingerprint } from '../scripts/fingerprint.mjs'
import { run } from '../scripts/terminal.mjs'

/** A server of the bench's own: statements are counted by Postgres itself, and data is as safe as in earnest. */
export function startBenchServer(): Promise<Embedded> {
  return startEmbedded({
    dataDir: join(ROOT, '.data/bench-postgres'),
    settings: {
      shared_preload_libraries: 'pg_stat_statements',
      'pg_stat_statements.track_planning': 'on',
      shared_buffers: '512MB',
      max_wal_size: '4GB',
    },
  })
}

/** What fills a database of the bench: the script, and the files that decide what it fills in. */
export const seeds = {
  bench: ['bench/seed.ts', 'bench/seed-people.ts', 'bench/seed-cases.ts'],
  bench_health: ['bench/seed-health.ts'],
  bench_communities: ['bench/seed-communities.ts'],
  bench_displacement: ['bench/seed-displacement.ts'],
} as const

/** The database with `count` records of a seed, made when it is not there or when the seed has changed, else migrated. */
export async function benchDatabase(
  server: Embedded,
  count: number,
  seed: keyof typeof seeds = 'bench',
): Promise<string> {
  const tree = fingerprint(ROOT, [...seeds[seed]])
  const name = `${seed}_${count}`
  const known = await connected(
    server.superUrl,
    (sql) => sql`select shobj_description(oid, 'pg_database') as tree from pg_database where datname = ${name}`,
  )
  if (known[0]?.tree === tree) {
    await migrate(withDatabase(server.ownerUrl, name))
    return name
  }
  const began = Date.now()
  await connected(server.superUrl, async (sql) => {
    await sql.unsafe(`drop database if exists ${name} with (force)`)
    await sql.unsafe(`create database ${name} owner sanad_owner`)
    await sql`alter system set fsync = off`
    await sql`select pg_reload_conf()`
  })
  try {
    const superUrl = withDatabase(server.superUrl, name)
    await connected(superUrl, (sql) => sql`create extension if not exists pg_stat_statements`)
    await migrate(withDatabase(server.ownerUrl, name))
    await connected(server.superUrl, (sql) => sql`grant sanad_app, sanad_system to sanad_web`)
    await run(process.execPath, ['--max-old-space-size=4096', '--import', 'tsx', seeds[seed][0], String(count)], {
      cwd: ROOT,
      env: { ...process.env, ...settingsOf(server, name), BENCH_SUPER_URL: superUrl },
    })
  } finally {
    await connected(server.superUrl, async (sql) => {
      await sql`alter system reset fsync`
      await sql`select pg_reload_conf()`
      await sql`checkpoint`
    })
  }
  await connected(server.superUrl, (sql) => sql.unsafe(`comment on database ${name} is '${tree}'`))
  console.log(`Seeded ${count.toLocaleString('en')} in ${Math.round((Date.now() - began) / 1000)} s`)
  return name
}

/** The settings of a portal on a database of the bench. */
export function settingsOf(server: Embedded, database: string): Record<string, string> {
  return {
    DATABASE_URL: withDatabase(server.webUrl, database),
    DATABASE_OWNER_URL: withDatabase(server.ownerUrl, database),
    DOCUMENTS_DIR: join(ROOT, '.data/bench-documents'),
    SANAD_DEMO: '1',
    AUTH_SECRET: randomBytes(32).toString('hex'),
    APP_URL: 'http://127.0.0.1:3000',
  }
}

export type Part = 'caseworker' | 'supervisor' | 'manager' | 'analyst' | 'finance' | 'financeb'

/** Who measures, and what with. */
export type Subject = {
  /** A session of each part. */
  cookies: Record<Part, string>
  round: string
  /** Cases of the caseworker's team that wait for the first decision. */
  undecided: string[]
  /** Cases of the team, over all states. */
  cases: string[]
  /** People of the team whose application has ended: they can apply anew. */
  applicants: string[]
  /** Names as people of the team bear them, in two parts. */
  names: string[]
}

/** A session of a member of the seed's staff, as a cookie. */
export async function sessionOf(sql: postgres.Sql, part: string): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  const made = await sql`insert into sessions (id, user_id, token_hash, expires_at)
    select ${newId()}, id, ${createHash('sha256').update(token).digest('hex')}, now() + interval '12 hours' from users
    where email = ${`${part}@test.sanad`}`
  if (made.count !== 1) throw new Error(`the seed has no ${part}`)
  return `sanad-session=${token}`
}

/** Signs one of each part in by a session of the bench's own, and picks what is opened, searched and applied for. */
export async function subjectOf(superUrl: string): Promise<Subject> {
  return connected(superUrl, async (sql) => {
    const signIn = (part: Part) => sessionOf(sql, part)
    const [user] = await sql<{ team: string; round: string }[]>`
      select m.team_id as team, (select id from funding_rounds limit 1) as round
      from users u join team_members m on m.user_id = u.id where u.email = 'caseworker@test.sanad'`
    if (!user) throw new Error('the seed has no caseworker')
    const undecided = await sql<{ id: string }[]>`
      select id from cases where team_id = ${user.team} and status = 'pending_approval_1' order by md5(id::text) limit 100`
    const cases = await sql<
      { id: string }[]
    >`select id from cases where team_id = ${user.team} order by md5(id::text) limit 200`
    const applicants = await sql<{ id: string }[]>`
      select g.person_id as id from grants g join cases c on c.id = g.case_id
      where c.team_id = ${user.team} and c.status in ('rejected', 'ineligible', 'withdrawn', 'cancelled')
        and (select count(*) from grants o where o.person_id = g.person_id) = 1
      order by md5(g.person_id::text) limit 60`
    const names = await sql<{ name: string }[]>`
      select given_name || ' ' || father_name as name from people where team_id = ${user.team}
        and length(given_name) between 4 and 8 and given_name not like '% %' and father_name not like '% %' order by md5(id::text) limit 40`
    return {
      cookies: {
        caseworker: await signIn('caseworker'),
        supervisor: await signIn('supervisor'),
        manager: await signIn('manager'),
        analyst: await signIn('analyst'),
        finance: await signIn('finance'),
        financeb: await signIn('financeb'),
      },
      round: user.round,
      undecided: undecided.map(({ id }) => id),
      cases: cases.map(({ id }) => id),
      applicants: applicants.map(({ id }) => id),
      names: names.map(({ name }) => name),
    }
  })
}
