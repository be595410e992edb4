import { sql } from 'drizzle-orm'
import type { Tx } from '../../../../db/client'

/**
 * Says what the rows come to that were matched to a location and have no finding yet: new, a change, the same as what
 * stands in the round, or a second row of one location. One statement, so that figures never travel.
 */
export async function judgeRows(tx: Tx, importId: string): Promise<void> {
  await tx.execute(sql`
    update displacement_import_rows r set finding = case
        when exists (select from displacement_import_rows o where o.import_id = r.import_id and o.location_id = r.location_id
          and o.position <> r.position and (o.position < r.position or o.finding in ('ready', 'changes', 'applied', 'same'))) then 'twice'
        when j.families is null then 'ready'
        when j.is_same then 'same' else 'changes' end,
      families_before = j.families
    from (select w.position, c.families, c.families = (w.reading ->> 'families')::integer and c.individuals = (w.reading ->> 'individuals')::integer
        and c.method = w.reading ->> 'method' and c.breakdown_unit is not distinct from w.reading ->> 'unit'
        and c.origins = w.reading -> 'origins' and c.periods = w.reading -> 'periods' and c.shelters = w.reading -> 'shelters' as is_same
      from displacement_import_rows w join displacement_imports i on i.id = w.import_id
        left join displacement_counts c on c.round_id = i.round_id and c.population = i.population and c.location_id = w.location_id
      where w.import_id = ${importId}::uuid and w.location_id is not null and w.finding is null) j
    where r.import_id = ${importId}::uuid and r.position = j.position`)
}

/**
 * Takes the next `most` rows that wait into the round, as `actorId`; answers with how many there were. The figures go from
 * the rows to the round inside the database.
 */
export async function takeRows(tx: Tx, importId: string, actorId: string, now: Date, most: number): Promise<number> {
  const rows = await tx.execute<{ position: number }>(sql`
    with next as materialized (
      select r.position, r.location_id, r.reading, i.round_id, i.population, i.id
      from displacement_import_rows r join displacement_imports i on i.id = r.import_id
      where r.import_id = ${importId}::uuid and r.finding in ('ready', 'changes') order by r.position limit ${most}),
    taken as (
      insert into displacement_counts as c (round_id, location_id, population, families, individuals, method, origins, periods, shelters,
        breakdown_unit, import_id, entered_by, entered_at)
      select n.round_id, n.location_id, n.population, (n.reading ->> 'families')::integer, (n.reading ->> 'individuals')::integer,
        n.reading ->> 'method', n.reading -> 'origins', n.reading -> 'periods', n.reading -> 'shelters', n.reading ->> 'unit', n.id,
        ${actorId}::uuid, ${now.toISOString()}::timestamptz from next n
      on conflict (round_id, population, location_id) do update set families = excluded.families, individuals = excluded.individuals,
        method = excluded.method, origins = excluded.origins, periods = excluded.periods, shelters = excluded.shelters,
        breakdown_unit = excluded.breakdown_unit, import_id = excluded.import_id, entered_by = excluded.entered_by,
        entered_at = excluded.entered_at, version = c.version + 1)
    update displacement_import_rows r set finding = 'applied' from next n
    where r.import_id = ${importId}::uuid and r.position = n.position returning r.position`)
  return rows.length
}
