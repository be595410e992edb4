import postgres from 'postgres'
import { closePool } from '../db/client'
import { grantAt } from '../db/testing-grant'
import { makeWorld } from '../db/testing-world'
import { newId } from '../lib/ids'
import { nameSkeleton } from '../lib/people/names'
import { restOfCases } from './seed-cases'
import { copyPeople } from './seed-people'

/**
 * Fills an empty, migrated database with `count` people and as many cases in 40 teams. The facts that only the portal's
 * own rules can make (a screening, a visit, a plan) are made once by its commands and copied; the rest is set-based SQL
 * as the superuser. Called in a process of its own: `tsx bench/seed.ts <count>`, with the addresses in the environment.
 */
async function seed(count: number, superUrl: string): Promise<void> {
  const world = await makeWorld()
  const template = await grantAt(world, 'pending_approval_1')
  await closePool()
  const sql = postgres(superUrl, { max: 1, onnotice: () => {}, prepare: false })
  try {
    await sql`set session_replication_role = replica`
    await sql`set synchronous_commit = off`
    await sql`set work_mem = '256MB'`
    await sql`set maintenance_work_mem = '512MB'`
    const teams = await makeTeams(sql, world.team)
    const words = await copyPeople(sql, count, teams)
    const list = [...words].map((word) => ({ word, skeleton: nameSkeleton(word) }))
    for (let at = 0; at < list.length; at += 5000)
      await sql`insert into name_words ${sql(list.slice(at, at + 5000))} on conflict do nothing`
    for (const [told, statement] of restOfCases(template.caseId, world.roundId, count)) {
      const began = Date.now()
      await sql.unsafe(statement)
      if (Date.now() - began > 5_000) console.log(`  ${told}: ${Math.round((Date.now() - began) / 1000)} s`)
    }
    await sql`vacuum analyze`
  } finally {
    await sql.end()
  }
}

export type BenchTeam = { id: string; district: string; place: string; staff: string[] }

/** 40 teams of 25: the world's own two first, whose caseworker is the one who measures. */
async function makeTeams(sql: postgres.Sql, own: { falluja: string; ramadi: string }): Promise<BenchTeam[]> {
  const places = await sql<{ pcode: string; district: string }[]>`
    select min(pcode) as pcode, parent_pcode as district from locations
    where level = 3 and parent_pcode like 'IQG01Q%' group by parent_pcode order by parent_pcode`
  const teams: BenchTeam[] = []
  for (let i = 0; i < 40; i++) {
    const place = places[i % places.length]
    if (!place) throw new Error('no sub-districts')
    const id = i === 0 ? own.falluja : i === 1 ? own.ramadi : newId()
    if (i > 1)
      await sql`insert into teams (id, name_en, name_ar, district_pcode) values (${id}, ${`Team ${i}`}, ${`فريق ${i}`}, ${place.district})`
    const known = await sql<{ id: string }[]>`
      select m.user_id as id from team_members m join user_roles r on r.user_id = m.user_id
      where m.team_id = ${id} and r.role = 'caseworker' order by m.user_id`
    const staff = known.map((row) => row.id)
    while (staff.length < 24) {
      const userId = newId()
      const email = `bench-${i}-${staff.length}@test.sanad`
      await sql`insert into users (id, email, name, draft_key) values (${userId}, ${email}, ${`Bench ${i} ${staff.length}`}, 'x')`
      await sql`insert into user_roles (id, user_id, role, approved_at) values (${newId()}, ${userId}, 'caseworker', now())`
      await sql`insert into user_programmes (id, user_id, programme) values (${newId()}, ${userId}, 'livelihoods')`
      await sql`insert into team_members (id, user_id, team_id, from_on) values (${newId()}, ${userId}, ${id}, '2020-01-01')`
      staff.push(userId)
    }
    const [district] = await sql<{ district: string; place: string }[]>`
      select t.district_pcode as district, min(l.pcode) as place from teams t
      join locations l on l.parent_pcode = t.district_pcode where t.id = ${id} group by 1`
    teams.push({ id, district: district?.district ?? '', place: district?.place ?? '', staff })
  }
  return teams
}

const superUrl = process.env.BENCH_SUPER_URL
if (!superUrl) throw new Error('BENCH_SUPER_URL is not set: `npm run bench` calls this.')
await seed(Number(process.argv[2]), superUrl)
