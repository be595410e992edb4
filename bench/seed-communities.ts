import postgres from 'postgres'
import { closePool } from '../db/client'
import { closeTestConnections } from '../db/testing'
import { makeForum } from '../db/testing-forum'
import { makeWorld } from '../db/testing-world'

/** Statuses of each programme's cases, as a portal that has run for years has them. */
const statuses = {
  livelihoods: [
    'completed',
    'completed',
    'monitoring',
    'disbursing',
    'rejected',
    'ineligible',
    'submitted',
    'withdrawn',
  ],
  health: ['closed', 'closed', 'closed', 'attended', 'rejected', 'cancelled', 'requested', 'closed'],
  policing: ['closed', 'closed', 'closed', 'closed', 'in_progress', 'referred_out', 'duplicate', 'closed'],
}
const array = (values: readonly string[]) => `array['${values.join("', '")}']`

/**
 * Fills an empty, migrated database with `count` cases of all programmes in Anbar's sub-districts, a third of them concerns of forty
 * forums, an action for each third concern, and monitored locations with six rounds: 130, or one for two hundred cases. The rows are written
 * past the commands. Called in a process of its own: `tsx bench/seed-communities.ts <count>`.
 */
async function seed(count: number, superUrl: string): Promise<void> {
  const world = await makeWorld()
  const forum = await makeForum(world)
  await closePool()
  await closeTestConnections()
  const sql = postgres(superUrl, { max: 1, onnotice: () => {}, prepare: false })
  const { falluja, ramadi } = world.team
  const { officer, officer2 } = world.actor
  const places = Math.max(130, Math.round(count / 200))
  try {
    await sql`set synchronous_commit = off`
    await sql`set session_replication_role = replica`
    await sql`create temporary table bench_places as select pcode, parent_pcode as district, row_number() over (order by pcode) - 1 as place, count(*) over () as all
      from locations where level = 3 and parent_pcode in ('IQG01Q01', 'IQG01Q03')`
    await sql`create temporary table bench_forums as select uuidv7() as id, n from generate_series(0, 39) n`
    await sql`insert into forums select (jsonb_populate_record(f, jsonb_build_object('id', b.id, 'reference', 'CPF-B-' || b.n, 'name_en', 'Forum ' || b.n,
        'team_id', case when b.n % 2 = 0 then ${falluja} else ${ramadi} end, 'location_pcode', p.pcode, 'district_pcode', p.district))).*
      from bench_forums b cross join lateral (select * from bench_places p where p.district = case when b.n % 2 = 0 then 'IQG01Q01' else 'IQG01Q03' end
        order by p.place offset b.n % 3 limit 1) p, forums f where f.id = ${forum.forumId}`
    await sql.unsafe(`insert into cases (id, reference, programme, status, caseworker_id, team_id, district_pcode, location_pcode, due_on, opened_at, status_at,
        closed_at, created_by, version)
      select uuidv7(-(n * age)), 'BEN-' || n, k.programme, k.status, case when n % 50 = 0 then '${officer.userId}'::uuid else '${officer2.userId}'::uuid end,
        case when p.district = 'IQG01Q01' then '${falluja}'::uuid else '${ramadi}'::uuid end, p.district, p.pcode, (now() - n * age + interval '30 days')::date,
        now() - n * age, now() - n * age, case when k.status in ('completed', 'closed', 'rejected', 'ineligible', 'withdrawn', 'cancelled', 'referred_out', 'duplicate')
          then now() - n * age + interval '40 days' end, '${officer.userId}', 4
      from generate_series(1, ${count}) n cross join (select interval '1200 days' / ${count} as age) a
      cross join lateral (select case n % 3 when 0 then 'livelihoods' when 1 then 'health' else 'policing' end as programme,
        case n % 3 when 0 then (${array(statuses.livelihoods)})[1 + n / 3 % 8] when 1 then (${array(statuses.health)})[1 + n / 3 % 8]
          when 2 then case when n <= 600 and n % 2 = 0 then 'raised' when n % 200 = 2 then 'restricted' else (${array(statuses.policing)})[1 + n / 3 % 8] end end as status) k
      join bench_places p on p.place = (hashint4(n) & 1023) % p.all`)
    await sql`create temporary table bench_concerns as select c.id, c.status, c.opened_at, c.team_id,
        row_number() over (order by c.id) as n from cases c where c.programme = 'policing'`
    await sql`insert into concerns (case_id, forum_id, category, severity, source, raised_on, accepted_at, resolved_at)
      select b.id, f.id, case when b.status = 'restricted' then 'police_conduct' else (array['theft', 'traffic', 'drugs', 'missing_services', 'youth_risk', 'other'])[1 + b.n % 6] end,
        (array['low', 'medium', 'high', 'critical'])[1 + b.n % 4], (array['open_floor', 'box', 'phone'])[1 + b.n % 3], b.opened_at::date, b.opened_at + interval '2 days',
        case when b.status = 'closed' then b.opened_at + (10 + b.n % 60) * interval '1 day' end
      from bench_concerns b join bench_forums f on f.n = (b.n * 2 + case when b.team_id = ${falluja}::uuid then 0 else 1 end) % 40`
    await sql`insert into concern_texts (case_id, summary, body, result) select id, 'Lamps are broken in street ' || n, 'For some weeks.', 'They burn.' from bench_concerns`
    await sql`insert into restricted_concerns (case_id) select id from bench_concerns where status = 'restricted'`
    await sql`insert into forum_actions (id, forum_id, team_id, case_id, title, owner_kind, owner_name, due_on, status, done_on, created_by)
      select uuidv7(), n.forum_id, b.team_id, b.id, 'New lamps', 'organisation', 'Municipality', b.opened_at::date + 40,
        case when b.status = 'in_progress' then 'in_progress' else 'verified' end, case when b.status = 'in_progress' then null else b.opened_at::date + 35 end, ${officer.userId}
      from bench_concerns b join concerns n on n.case_id = b.id where b.n % 3 = 0 and b.status in ('closed', 'in_progress')`
    await sql`insert into forum_sessions (id, forum_id, team_id, status, starts_at, venue, held_on, attended, created_by)
      select uuidv7(), f.id, g.team_id, 'shared', now() - m * interval '30 days', 'Hall', (now() - m * interval '30 days')::date, 20, ${officer.userId}
      from bench_forums f join forums g on g.id = f.id cross join generate_series(1, 40) m`
    await sql`insert into session_attendance (session_id, sex, age_band, displacement, has_disability, count)
      select s.id, x, '18-59', 'returnee', false, 10 from forum_sessions s cross join unnest(array['female', 'male']) x`
    await makeRounds(sql, places, officer.userId)
    await sql`vacuum analyze`
  } finally {
    await sql.end()
  }
}

/** Monitored locations and six published rounds of both populations. */
async function makeRounds(sql: postgres.Sql, places: number, userId: string): Promise<void> {
  await sql`insert into monitored_locations (id, name_en, name_ar, search_text, district_pcode, sub_district_pcode)
    select uuidv7(), 'Place ' || n, 'مكان ' || n, 'place ' || n, p.district, p.pcode
    from generate_series(1, ${places}::integer) n join bench_places p on p.place = n % p.all`
  await sql`insert into displacement_rounds (id, number, counted_on, status, created_by, published_at)
    select uuidv7(), n, (now() - (6 - n) * interval '60 days')::date, 'published', ${userId}, now() from generate_series(1, 6) n`
  await sql`insert into displacement_counts (round_id, location_id, population, families, individuals, method, entered_by)
    select r.id, m.id, x, 10 + r.number, (10 + r.number) * 6, 'families_x6', ${userId}
    from displacement_rounds r cross join monitored_locations m cross join unnest(array['idp', 'returnee']) x`
  await sql`insert into displacement_totals (round_id, district_pcode, population, locations, families, counted, multiplied)
    select c.round_id, m.district_pcode, c.population, count(*), sum(c.families), 0, sum(c.individuals)
    from displacement_counts c join monitored_locations m on m.id = c.location_id group by 1, 2, 3`
}

await seed(Number(process.argv[2]), process.env.BENCH_SUPER_URL ?? '')
