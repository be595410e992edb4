import { sql } from 'drizzle-orm'
import * as z from 'zod/mini'
import { type Context, command } from '../../commands/command'
import { InvalidField, NotFound, refuse } from '../../commands/result'
import { judgeRows, takeRows } from './files/judge'
import type { Reading } from './files/reading'
import { allNames, searchTextOf } from './place-names'
import { mayEnter, mayKeepPlaces } from './policy'

type RowRef = { importId: string; position: number }
type UnknownRow = { reading: Reading; state: string; roundId: string }

/** An unknown row of an open round, locked. Throws NotFound, or refuses when it was settled meanwhile. */
async function lockRow({ tx }: Context, { importId, position }: RowRef): Promise<UnknownRow> {
  const rows = await tx.execute<UnknownRow & { finding: string; status: string }>(sql`
    select r.reading, r.finding, i.state, i.round_id as "roundId", d.status
    from displacement_import_rows r join displacement_imports i on i.id = r.import_id join displacement_rounds d on d.id = i.round_id
    where r.import_id = ${importId}::uuid and r.position = ${position} for update of r`)
  const row = rows[0]
  if (!row) throw new NotFound()
  if (row.status !== 'open') refuse('displacement.refused.locked')
  if (row.finding !== 'unknown_place') refuse('displacement.refused.row_settled')
  return row
}

type Named = {
  nameEn: string
  nameAr: string
  dtmNameEn: string
  dtmNameAr: string
  aliases: string[]
  placeId: string | null
}

/** Teaches a location the names and ids of the row, so that the next list finds it by itself. */
async function learn({ tx }: Context, locationId: string, reading: Reading): Promise<void> {
  const rows = await tx.execute<Named>(sql`
    select name_en as "nameEn", name_ar as "nameAr", dtm_name_en as "dtmNameEn", dtm_name_ar as "dtmNameAr", aliases, place_id as "placeId"
    from monitored_locations where id = ${locationId}::uuid for update`)
  const place = rows[0]
  if (!place) throw new InvalidField({ locationId: 'errors.choose' })
  const known = new Set(allNames(place))
  const fresh = [reading.nameAr, reading.nameEn].filter((name) => name && !known.has(name))
  const aliases = [...place.aliases, ...new Set(fresh)].slice(0, Math.max(20, place.aliases.length))
  const list = sql`array(select jsonb_array_elements_text(${JSON.stringify(aliases)}::jsonb))`
  // An id that is another location's already is left there.
  await tx.execute(sql`
    update monitored_locations m set aliases = ${list}, search_text = ${searchTextOf({ ...place, aliases })}, version = version + 1,
      place_id = coalesce(m.place_id, (select nullif(${reading.placeId}::text, '') where not exists
        (select from monitored_locations o where o.place_id = ${reading.placeId}))),
      dtm_location_id = coalesce(m.dtm_location_id, nullif(${reading.dtmLocationId}::text, ''))
    where m.id = ${locationId}::uuid`)
}

/**
 * Says which location an unknown row means. Rows of open rounds that say the same are settled with it, the location
 * learns the name, and what waited for it alone is taken at once.
 */
export async function settleRow(context: Context, ref: RowRef, locationId: string): Promise<void> {
  const { tx, actor, now } = context
  const { reading } = await lockRow(context, ref)
  await learn(context, locationId, reading)
  const same = reading.placeId
    ? sql`r.reading ->> 'placeId' = ${reading.placeId}`
    : sql`r.reading ->> 'placeId' = '' and (r.reading ->> 'nameEn', r.reading ->> 'nameAr', r.reading ->> 'district')
        = (${reading.nameEn}, ${reading.nameAr}, ${reading.district})`
  const settled = await tx.execute<{ id: string; state: string }>(sql`
    with found as (
      update displacement_import_rows r set location_id = ${locationId}::uuid, finding = null
      from displacement_imports i join displacement_rounds d on d.id = i.round_id
      where i.id = r.import_id and d.status = 'open' and i.state <> 'cancelled' and r.finding = 'unknown_place' and ${same}
      returning i.id, i.state)
    select distinct id, state from found`)
  for (const { id, state } of settled) {
    await judgeRows(tx, id)
    if (state === 'done' && mayEnter(actor)) await takeRows(tx, id, actor.userId, now, 500)
  }
}

const rowRef = {
  importId: z.uuid('errors.notFound'),
  position: z.coerce.number().check(z.int(), z.gte(1), z.lte(1_000_000)),
}

/** Matches an unknown row of a list to a location of the register. */
export const matchPlace = command({
  name: 'displacement.match_place',
  input: z.object({ ...rowRef, locationId: z.uuid('errors.choose') }),
  allow: (actor) => mayEnter(actor) || mayKeepPlaces(actor),
  async run(context, { locationId, ...ref }) {
    await settleRow(context, ref, locationId)
    return ref
  },
})

/** Leaves an unknown row out: it is no place that is monitored. */
export const dismissRow = command({
  name: 'displacement.dismiss_row',
  input: z.object(rowRef),
  allow: (actor) => mayEnter(actor) || mayKeepPlaces(actor),
  async run(context, ref) {
    await lockRow(context, ref)
    await context.tx.execute(sql`update displacement_import_rows set finding = 'dismissed'
      where import_id = ${ref.importId}::uuid and position = ${ref.position}`)
    return ref
  },
})
