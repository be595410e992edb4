import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  date,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { id, momentNow } from './columns'
import { locations } from './places'
import { users } from './users'

/** The register of monitored locations: where displaced people and returnees are counted, round after round. */
export const monitoredLocations = pgTable(
  'monitored_locations',
  {
    id: id(),
    /** The tracking matrix's own ids; the first is what its lists are matched by. */
    placeId: text('place_id'),
    dtmLocationId: text('dtm_location_id'),
    /** OCHA's code of the place, where it has one: `IQ-P00353`. */
    pcode: text('pcode'),
    nameEn: text('name_en').notNull(),
    nameAr: text('name_ar').notNull(),
    /** As the tracking matrix writes them, when that is otherwise. */
    dtmNameEn: text('dtm_name_en').notNull().default(''),
    dtmNameAr: text('dtm_name_ar').notNull().default(''),
    aliases: text('aliases').array().notNull().default(sql`'{}'`),
    /** All names folded, for the search of the register. */
    searchText: text('search_text').notNull(),
    districtPcode: text('district_pcode')
      .notNull()
      .references(() => locations.pcode),
    subDistrictPcode: text('sub_district_pcode').references(() => locations.pcode),
    /** The community that it is part of, whose page shows its trend. */
    communityPcode: text('community_pcode').references(() => locations.pcode),
    /** Degrees, WGS 84; both or neither. */
    latitude: doublePrecision('latitude'),
    longitude: doublePrecision('longitude'),
    /** The district in whose boundary the position lies; kept by triggers. Sources disagree, so both are kept. */
    positionDistrictPcode: text('position_district_pcode').references(() => locations.pcode),
    isCamp: boolean('is_camp').notNull().default(false),
    /** Nobody is counted there any more. */
    closedOn: date('closed_on'),
    createdBy: uuid('created_by').references(() => users.id),
    createdAt: momentNow('created_at'),
    version: integer('version').notNull().default(1),
  },
  (t) => [
    uniqueIndex('monitored_locations_place').on(t.placeId),
    uniqueIndex('monitored_locations_pcode').on(t.pcode),
    index('monitored_locations_by_name').on(t.nameEn, t.id), // register
    index('monitored_locations_of_district').on(t.districtPcode, t.nameEn, t.id), // register of a district
    index('monitored_locations_of_community').on(t.communityPcode), // a community's trend
    check(
      'monitored_locations_position',
      sql`(latitude is null) = (longitude is null) and latitude between -90 and 90 and longitude between -180 and 180`,
    ),
  ],
)

/** Boundaries of places by P-code, simplified for drawing: polygons of rings of [longitude, latitude], WGS 84. */
export const locationBoundaries = pgTable('location_boundaries', {
  pcode: text('pcode')
    .primaryKey()
    .references(() => locations.pcode),
  level: integer('level').notNull(),
  polygons: jsonb('polygons').notNull(),
  source: text('source').notNull(),
  loadedBy: uuid('loaded_by').references(() => users.id),
  loadedAt: momentNow('loaded_at'),
})
