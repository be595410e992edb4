import { eq, sql } from 'drizzle-orm'
import { monitoredLocations } from '../../../db/schema/displacement-places'
import { type Context, command } from '../../commands/command'
import { Conflict, InvalidField } from '../../commands/result'
import { baghdadDay } from '../../format'
import { newId } from '../../ids'
import { searchTextOf } from './place-names'
import { addPlaceSchema, editPlaceSchema, type PlaceInput, placeRefSchema } from './place-schemas'
import { mayKeepPlaces } from './policy'
import { settleRow } from './settle'

const unique = {
  monitored_locations_place: { field: 'placeId', key: 'displacement.errors.placeIdTaken' },
  monitored_locations_pcode: { field: 'pcode', key: 'displacement.errors.pcodeTaken' },
}

/** The district and sub-district of what was chosen. Throws InvalidField for a place that is neither. */
async function areaOf({ tx }: Context, { areaPcode, communityPcode }: PlaceInput) {
  const rows = await tx.execute<{ pcode: string; level: number; parent: string | null; district: string | null }>(sql`
    select l.pcode, l.level, l.parent_pcode as parent, coalesce(p.parent_pcode, l.parent_pcode) as district
    from locations l left join locations p on p.pcode = l.parent_pcode and p.level = 3
    where l.pcode in (${areaPcode}, ${communityPcode ?? ''}) and l.is_active`)
  const area = [...rows].find((row) => row.pcode === areaPcode && (row.level === 2 || row.level === 3))
  if (!area) throw new InvalidField({ areaPcode: 'errors.choose' })
  const districtPcode = area.level === 2 ? area.pcode : (area.parent ?? '')
  const community = communityPcode ? [...rows].find((row) => row.pcode === communityPcode && row.level === 4) : null
  if (communityPcode && community?.district !== districtPcode)
    throw new InvalidField({ communityPcode: 'displacement.errors.community' })
  return { districtPcode, subDistrictPcode: area.level === 3 ? area.pcode : null, communityPcode }
}

async function columnsOf(context: Context, input: PlaceInput) {
  const { nameEn, nameAr, dtmNameEn, dtmNameAr, aliases, placeId, dtmLocationId, pcode, latitude, longitude, isCamp } =
    input
  const names = { nameEn, nameAr, dtmNameEn, dtmNameAr, aliases }
  return {
    ...names,
    searchText: searchTextOf(names),
    ...(await areaOf(context, input)),
    placeId,
    dtmLocationId,
    pcode,
    latitude,
    longitude,
    isCamp,
  }
}

async function lockPlace({ tx }: Context, input: { locationId: string; version: number }) {
  const rows = await tx
    .select({
      id: monitoredLocations.id,
      version: monitoredLocations.version,
      closedOn: monitoredLocations.closedOn,
    })
    .from(monitoredLocations)
    .where(eq(monitoredLocations.id, input.locationId))
    .for('update')
  const place = rows[0] ?? null
  if (place && place.version !== input.version) throw new Conflict()
  return place
}

const counted = { version: sql`${monitoredLocations.version} + 1` }

/** Enters a location into the register; with the row of a list that asked for it, its figures are taken too. */
export const addPlace = command({
  name: 'displacement.add_place',
  input: addPlaceSchema,
  allow: mayKeepPlaces,
  unique,
  async run(context, { importId, position, ...input }) {
    const locationId = newId(context.now)
    await context.tx.insert(monitoredLocations).values({
      id: locationId,
      ...(await columnsOf(context, input)),
      createdBy: context.actor.userId,
      createdAt: context.now,
    })
    if (importId && position !== undefined) await settleRow(context, { importId, position }, locationId)
    return { locationId, importId: importId ?? null }
  },
})

/** Changes what is written of a location. */
export const editPlace = command({
  name: 'displacement.edit_place',
  input: editPlaceSchema,
  load: lockPlace,
  allow: mayKeepPlaces,
  unique,
  async run(context, { locationId, version: _version, ...input }) {
    await context.tx
      .update(monitoredLocations)
      .set({ ...(await columnsOf(context, input)), ...counted })
      .where(eq(monitoredLocations.id, locationId))
    return { locationId }
  },
})

/** Ends the counting at a location, or takes it up again. Its figures stay. */
export const togglePlace = command({
  name: 'displacement.toggle_place',
  input: placeRefSchema,
  load: lockPlace,
  allow: mayKeepPlaces,
  async run(context, _input, place) {
    await context.tx
      .update(monitoredLocations)
      .set({ closedOn: place.closedOn ? null : baghdadDay(context.now), ...counted })
      .where(eq(monitoredLocations.id, place.id))
    return { locationId: place.id }
  },
})
