import postgres from 'postgres'
import { closePool } from '../db/client'
import { makeWorld } from '../db/testing-world'

/**
 * Fills an empty, migrated database with `count` monitored locations and ten years of published rounds, a quarter apart, of
 * displaced people and returnees; totals are added up by the database. Called in a process of its own.
 */
async function seed(count: number, superUrl: string): Promise<void> {
  const world = await makeWorld()
  await closePool()
  const sql = postgres(superUrl, { max: 1, onnotice: () => {}, prepare: false })
  const { analyst, supervisor, manager } = world.actor
  try {
    await sql`set synchronous_commit = off`
    await sql`insert into monitored_locations (id, place_id, name_en, name_ar, search_text, district_pcode, latitude, longitude)
      select uuidv7(), (100000 + n)::text, 'Town ' || n, 'بلدة ' || n, 'town ' || n || '|بلده ' || n, 'IQG01Q0' || (1 + n % 7),
        32.5 + random() * 2, 40 + random() * 4 from generate_series(1, ${count}) n`
    await sql`set session_replication_role = replica`
    await sql`insert into displacement_rounds (id, number, counted_on, status, created_by, submitted_by, validated_by, published_by, published_at)
      select uuidv7(), n, date '2016-03-31' + n * 91, 'published', ${analyst.userId}, ${analyst.userId}, ${supervisor.userId}, ${manager.userId}, now()
      from generate_series(1, 40) n`
    await sql`insert into displacement_counts (round_id, location_id, population, families, individuals, method, entered_by)
      select r.id, l.id, p, f, f * 6, 'families_x6', ${analyst.userId} from displacement_rounds r cross join monitored_locations l
        cross join unnest(array['idp', 'returnee']) p cross join lateral (select 10 + (hashtext(l.place_id || r.number || p) & 1023) as f) f`
    await sql`insert into displacement_totals (round_id, district_pcode, population, locations, families, counted, multiplied)
      select c.round_id, l.district_pcode, c.population, count(*), sum(c.families), 0, sum(c.individuals)
      from displacement_counts c join monitored_locations l on l.id = c.location_id group by 1, 2, 3`
    await sql`vacuum analyze`
  } finally {
    await sql.end()
  }
}

await seed(Number(process.argv[2]), process.env.BENCH_SUPER_URL ?? '')
