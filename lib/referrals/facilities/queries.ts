import { asc, desc, eq, sql } from 'drizzle-orm'
import { type Tx, withActor } from '../../../db/client'
import { facilities, facilityImports } from '../../../db/schema/facilities'
import { locations } from '../../../db/schema/places'
import { users } from '../../../db/schema/users'
import type { Actor } from '../../auth/actor'
import { type Cursor, pageOf, pageSize } from '../../cases/scope'
import type { Named } from '../../i18n/in-locale'
import type { HealthService } from '../domain'
import type { FacilityType, FunctionLevel } from './domain'
import type { ReportRow } from './import'

export type FacilityRow = {
  id: string
  code: string
  name: Named
  type: FacilityType
  place: Named
  district: Named
  functional: FunctionLevel
  services: HealthService[]
  verifiedOn: string | null
  closedOn: string | null
  latitude: number | null
  longitude: number | null
}

export type FacilityFilter = Cursor & { district?: string; service?: HealthService; stale?: boolean }

type Raw = {
  id: string
  code: string
  name_en: string
  name_ar: string
  type: FacilityType
  place_en: string
  place_ar: string
  district_en: string
  district_ar: string
  functional: FunctionLevel
  services: HealthService[]
  verified_on: string | null
  closed_on: string | null
  latitude: number | null
  longitude: number | null
}

const rowOf = (row: Raw): FacilityRow => ({
  id: row.id,
  code: row.code,
  name: { en: row.name_en, ar: row.name_ar },
  type: row.type,
  place: { en: row.place_en, ar: row.place_ar },
  district: { en: row.district_en, ar: row.district_ar },
  functional: row.functional,
  services: row.services,
  verifiedOn: row.verified_on,
  closedOn: row.closed_on,
  latitude: row.latitude,
  longitude: row.longitude,
})

const columns = sql`f.id, f.code, f.name_en, f.name_ar, f.type, l.name_en as place_en, l.name_ar as place_ar, d.name_en as district_en,
  d.name_ar as district_ar, f.functional, f.services, f.verified_on::text, f.closed_on::text, f.latitude, f.longitude`
const joined = sql`facilities f join locations l on l.pcode = f.location_pcode join locations d on d.pcode = f.district_pcode`

const kept = ({ district, service, stale }: FacilityFilter) => sql`
  ${district ? sql`f.district_pcode = ${district}` : sql`true`}
  and ${service ? sql`f.services @> ${`{${service}}`}::text[]` : sql`true`}
  and ${stale ? sql`f.closed_on is null and (f.verified_on is null or f.verified_on < app_today() - 90)` : sql`true`}`

const readDistricts = (tx: Tx) =>
  tx
    .select({
      pcode: locations.pcode,
      en: locations.nameEn,
      ar: locations.nameAr,
      latitude: locations.latitude,
      longitude: locations.longitude,
    })
    .from(locations)
    .where(
      sql`${locations.level} = 2 and ${locations.parentPcode} in (select substr(district_pcode, 1, 5) from facilities)`,
    )
    .orderBy(asc(locations.nameEn))

/** One page of the directory, newest entry first, with the districts to filter by. */
export function listFacilities(actor: Actor, filter: FacilityFilter) {
  return withActor(actor, async (tx) => {
    const cursor = filter.before
      ? sql`and f.id > ${filter.before}::uuid`
      : filter.after
        ? sql`and f.id < ${filter.after}::uuid`
        : sql``
    const [found, districts] = await Promise.all([
      tx.execute<Raw>(sql`select ${columns} from ${joined} where ${kept(filter)} ${cursor}
        order by f.id ${filter.before ? sql`asc` : sql`desc`} limit ${pageSize + 1}`),
      readDistricts(tx),
    ])
    return { ...pageOf([...found].map(rowOf), filter), districts }
  })
}

/** So many symbols at most are drawn on one map. */
const mostOnMap = 500

/** Facilities with a position, for the map, with the districts whose names it bears. */
export function listFacilityMap(actor: Actor, filter: FacilityFilter) {
  return withActor(actor, async (tx) => {
    const [found, districts] = await Promise.all([
      tx.execute<Raw>(sql`select ${columns} from ${joined} where f.latitude is not null and ${kept(filter)}
        order by f.code limit ${mostOnMap}`),
      readDistricts(tx),
    ])
    return { rows: [...found].map(rowOf), districts }
  })
}

/** One facility with all that is known of it, and how many referrals went there; null when it does not exist. */
export function getFacility(actor: Actor, facilityId: string) {
  return withActor(actor, async (tx) => {
    const [rows, place, referred] = await Promise.all([
      tx
        .select({ facility: facilities, verifiedBy: users.name })
        .from(facilities)
        .leftJoin(users, eq(users.id, facilities.verifiedBy))
        .where(eq(facilities.id, facilityId)),
      tx.execute<Raw>(sql`select ${columns} from ${joined} where f.id = ${facilityId}::uuid`),
      tx.execute<{ open: number; all: number }>(sql`
        select count(*) filter (where c.closed_at is null)::integer as open, count(*)::integer as all
        from (select case_id from referrals where facility_id = ${facilityId}::uuid order by case_id desc limit 1000) r
        join cases c on c.id = r.case_id`),
    ])
    const [row, named] = [rows[0], place[0]]
    if (!row || !named) return null
    return {
      ...row.facility,
      verifiedByName: row.verifiedBy,
      place: { en: named.place_en, ar: named.place_ar },
      district: { en: named.district_en, ar: named.district_ar },
      referrals: referred[0] ?? { open: 0, all: 0 },
    }
  })
}
export type FacilityPage = NonNullable<Awaited<ReturnType<typeof getFacility>>>

/** Sub-districts under their districts, of the governorates that have facilities or whose teams work there: for the form. */
export function listFacilityPlaces(actor: Actor) {
  return withActor(actor, async (tx) => {
    const rows = await tx.execute<{
      pcode: string
      en: string
      ar: string
      district_en: string
      district_ar: string
    }>(sql`
      select l.pcode, l.name_en as en, l.name_ar as ar, d.name_en as district_en, d.name_ar as district_ar
      from locations l join locations d on d.pcode = l.parent_pcode where l.level = 3 and l.is_active
      order by d.name_en, l.name_en`)
    return [...rows]
  })
}

/** Every facility, for the file; a directory, so that it fits in memory. */
export function listAllFacilities(actor: Actor) {
  return withActor(actor, (tx) => tx.select().from(facilities).orderBy(asc(facilities.code)))
}

/** What became of the rows of a file; null when there is no such reading for this actor. */
export function getFacilityImport(actor: Actor, importId: string) {
  return withActor(actor, async (tx) => {
    const rows = await tx
      .select({
        fileName: facilityImports.fileName,
        importedAt: facilityImports.importedAt,
        by: users.name,
        // Written by importFacilities.
        report: sql<ReportRow[]>`${facilityImports.report}`,
      })
      .from(facilityImports)
      .innerJoin(users, eq(users.id, facilityImports.importedBy))
      .where(eq(facilityImports.id, importId))
      .orderBy(desc(facilityImports.id))
    return rows[0] ?? null
  })
}
