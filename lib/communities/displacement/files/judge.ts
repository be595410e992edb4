import { sql } from 'drizzle-orm'
import type { Tx } from '../../../../db/client'

// Every statement here finds its rows by key, one by one. Joined in one go, the rows of a file that was just read, which the
// planner's statistics do not know, are compared each with each: 3,000 rows took 37 seconds instead of three.

/**
 * Says what the rows come to that were matched to a location and have no finding yet: new, a change, the same as what
 * stands in the round, or a second row of one location. Figures never travel.
 */
export async function judgeRows(tx: Tx, importId: string): Promise<void> {
  await tx.execute(sql`
    update displacement_import_rows r set (finding, families_before) = (
      select case
          when exists (select from displacement_import_rows o where o.import_id = r.import_id and o.location_id = r.location_id
            and o.position <> r.position and (o.position < r.position or o.finding in ('ready', 'changes', 'applied', 'same'))) then 'twice'
          when c.families is null then 'ready'
          when c.families = (r.reading ->> 'families')::integer and c.individuals = (r.reading ->> 'individuals')::integer
            and c.method = r.reading ->> 'method' and c.breakdown_unit is not distinct from r.reading ->> 'unit'
            and c.origins = r.reading -> 'origins' and c.periods = r.reading -> 'periods' and c.shelters = r.reading -> 'shelters' then 'same'
          else 'changes' end, c.families
      from displacement_imports i left join displacement_counts c
        on c.round_id = i.round_id and c.population = i.population and c.location_id = r.location_id
      where i.id = r.import_id)
    where r.import_id = ${importId}::uuid and r.finding is null and r.location_id is not null`)
}

/**
 * Takes the next `most` rows that wait into the round, as `actorId`; answers with how many there were. The figures go from
 * the rows to the round inside the database.
 */
export async function takeRows(tx: Tx, importId: string, actorId: string, now: Date, most: number): Promise<number> {
  const waiting = await tx.execute<{ position: number }>(sql`
    select position from displacement_import_rows where import_id = ${importId}::uuid and finding in ('ready', 'changes')
    order by position limit ${most}`)
  if (waiting.length === 0) return 0
  const these = sql`r.import_id = ${importId}::uuid and r.position = any (${`{${waiting.map(({ position }) => position).join(',')}}`}::integer[])`
  await tx.execute(sql`
    insert into displacement_counts as c (round_id, location_id, population, families, individuals, method, origins, periods, shelters,
      breakdown_unit, import_id, entered_by, entered_at)
    select i.round_id, r.location_id, i.population, (r.reading ->> 'families')::integer, (r.reading ->> 'individuals')::integer,
      r.reading ->> 'method', r.reading -> 'origins', r.reading -> 'periods', r.reading -> 'shelters', r.reading ->> 'unit', i.id,
      ${actorId}::uuid, ${now.toISOString()}::timestamptz
    from displacement_import_rows r join displacement_imports i on i.id = r.import_id where ${these}
    on conflict (round_id, population, location_id) do update set families = excluded.families, individuals = excluded.individuals,
      method = excluded.method, origins = excluded.origins, periods = excluded.periods, shelters = excluded.shelters,
      breakdown_unit = excluded.breakdown_unit, import_id = excluded.import_id, entered_by = excluded.entered_by,
      entered_at = excluded.entered_at, version = c.version + 1`)
  await tx.execute(sql`update displacement_import_rows r set finding = 'applied' where ${these}`)
  return waiting.length
}
