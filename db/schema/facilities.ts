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
  smallint,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { facilityTypes, functionLevels } from '../../lib/referrals/facilities/domain'
import { id, momentNow, oneOf } from './columns'
import { locations } from './places'
import { users } from './users'

/** Where people are referred to: facilities of the Department of Health and who else treats. */
export const facilities = pgTable(
  'facilities',
  {
    id: id(),
    /** The Department's own code, or ours: what an import finds a facility by. */
    code: text('code').notNull(),
    nameEn: text('name_en').notNull(),
    nameAr: text('name_ar').notNull(),
    type: text('type').notNull(),
    districtPcode: text('district_pcode')
      .notNull()
      .references(() => locations.pcode),
    locationPcode: text('location_pcode')
      .notNull()
      .references(() => locations.pcode),
    /** Degrees, WGS 84; both or neither. */
    latitude: doublePrecision('latitude'),
    longitude: doublePrecision('longitude'),
    services: text('services').array().notNull().default(sql`'{}'`),
    /** Working days, 0 = Sunday. */
    days: smallint('days').array().notNull().default(sql`'{0,1,2,3,4}'`),
    /** Minutes from midnight, Asia/Baghdad. */
    opensAt: smallint('opens_at').notNull().default(480),
    closesAt: smallint('closes_at').notNull().default(840),
    isAlwaysOpen: boolean('is_always_open').notNull().default(false),
    functional: text('functional').notNull(),
    focalName: text('focal_name').notNull().default(''),
    focalPhone: text('focal_phone'),
    verifiedOn: date('verified_on'),
    verifiedBy: uuid('verified_by').references(() => users.id),
    closedOn: date('closed_on'),
    createdBy: uuid('created_by').references(() => users.id),
    createdAt: momentNow('created_at'),
    version: integer('version').notNull().default(1),
  },
  (t) => [
    uniqueIndex('facilities_code').on(t.code),
    index('facilities_of_district').on(t.districtPcode, t.nameEn), // directory, nearest
    index('facilities_verified').on(t.verifiedOn), // stale: asks someone to check
    check('facilities_type', oneOf('type', facilityTypes)),
    check('facilities_functional', oneOf('functional', functionLevels)),
    check(
      'facilities_position',
      sql`(latitude is null) = (longitude is null) and latitude between -90 and 90 and longitude between -180 and 180`,
    ),
    check(
      'facilities_hours',
      sql`opens_at between 0 and 1440 and closes_at between 0 and 1440 and (is_always_open or closes_at > opens_at)`,
    ),
  ],
)

/** A file of facilities that was read: what became of each of its rows. The same file again changes nothing. */
export const facilityImports = pgTable(
  'facility_imports',
  {
    id: id(),
    fileName: text('file_name').notNull(),
    fileSha256: text('file_sha256').notNull(),
    /** Row by row: its line in the file, the code, what became of it, and why not. */
    report: jsonb('report').notNull(),
    importedBy: uuid('imported_by')
      .notNull()
      .references(() => users.id),
    importedAt: momentNow('imported_at'),
  },
  (t) => [index('facility_imports_by_time').on(t.id)],
)
