import { sql } from 'drizzle-orm'
import { type Tx, withActor } from '../../../db/client'
import type { Actor } from '../../auth/actor'
import { type Cursor, pageOf, pageSize } from '../../cases/scope'
import type { Named } from '../../i18n/in-locale'
import { searchPattern } from './count-queries'
import { readPlaceTrend } from './trend-query'

export type PlaceRow = {
  id: string
  name: Named
  district: Named
  placeId: string | null
  isCamp: boolean
  closedOn: string | null
  /** The position lies in another district than the register says. */
  isAstray: boolean
  idpFamilies: number | null
  returneeFamilies: number | null
}

export type PlaceFilter = Cursor & { district?: string; search?: string; only?: 'astray' | 'camp' | 'closed' }

const onlyOf: Record<NonNullable<PlaceFilter['only']>, ReturnType<typeof sql>> = {
  astray: sql`and m.position_district_pcode <> m.district_pcode`,
  camp: sql`and m.is_camp`,
  closed: sql`and m.closed_on is not null`,
}

/** Districts that have monitored locations, for filters. */
export const readDistricts = (tx: Tx) =>
  tx.execute<{ pcode: string; en: string; ar: string }>(sql`
    select l.pcode, l.name_en as en, l.name_ar as ar from locations l
    where l.level = 2 and exists (select from monitored_locations m where m.district_pcode = l.pcode) order by l.name_en`)

type Raw = Omit<PlaceRow, 'name' | 'district'> & {
  name_en: string
  name_ar: string
  district_en: string
  district_ar: string
}

/** The last round that was published; what the register shows figures of. */
const latest = sql`(select r.id from displacement_rounds r where r.status = 'published' order by r.counted_on desc, r.id desc limit 1)`

/** The register of locations by name, with the figures of the last published round. */
export function listPlaces(actor: Actor, filter: PlaceFilter) {
  const { district, search, only, after, before } = filter
  const at = before ?? after
  const edge = at
    ? sql`and (m.name_en, m.id) ${before ? sql`<` : sql`>`} (select e.name_en, e.id from monitored_locations e where e.id = ${at}::uuid)`
    : sql``
  const order = before ? sql`desc` : sql`asc`
  return withActor(actor, async (tx) => {
    const [found, districts] = await Promise.all([
      tx.execute<Raw>(sql`
        with p as materialized (
          select m.* from monitored_locations m where true ${district ? sql`and m.district_pcode = ${district}` : sql``}
            ${search ? sql`and m.search_text like ${searchPattern(search)}` : sql``} ${only ? onlyOf[only] : sql``} ${edge}
          order by m.name_en ${order}, m.id ${order} limit ${pageSize + 1})
        select p.id, p.name_en, p.name_ar, d.name_en as district_en, d.name_ar as district_ar, p.place_id as "placeId", p.is_camp as "isCamp",
          p.closed_on::text as "closedOn", coalesce(p.position_district_pcode <> p.district_pcode, false) as "isAstray",
          (select c.families from displacement_counts c where c.round_id = ${latest} and c.population = 'idp' and c.location_id = p.id) as "idpFamilies",
          (select c.families from displacement_counts c where c.round_id = ${latest} and c.population = 'returnee' and c.location_id = p.id)
            as "returneeFamilies"
        from p join locations d on d.pcode = p.district_pcode order by p.name_en ${order}, p.id ${order}`),
      readDistricts(tx),
    ])
    const rows = [...found].map(
      ({ name_en, name_ar, district_en, district_ar, ...row }): PlaceRow => ({
        ...row,
        name: { en: name_en, ar: name_ar },
        district: { en: district_en, ar: district_ar },
      }),
    )
    return { ...pageOf(rows, filter), districts: [...districts] }
  })
}

export type PlaceDetail = {
  id: string
  version: number
  nameEn: string
  nameAr: string
  dtmNameEn: string
  dtmNameAr: string
  aliases: string[]
  placeId: string | null
  dtmLocationId: string | null
  pcode: string | null
  districtPcode: string
  subDistrictPcode: string | null
  communityPcode: string | null
  latitude: number | null
  longitude: number | null
  isCamp: boolean
  closedOn: string | null
  district: Named
  subDistrict: Named | null
  community: Named | null
  positionDistrict: (Named & { pcode: string }) | null
}

const named = (alias: string) =>
  sql.raw(
    `case when ${alias}.pcode is not null then jsonb_build_object('pcode', ${alias}.pcode, 'en', ${alias}.name_en, 'ar', ${alias}.name_ar) end`,
  )

/** One location with its trend; null when there is none. */
export function getPlace(actor: Actor, locationId: string) {
  return withActor(actor, async (tx) => {
    const [places, trend] = await Promise.all([
      tx.execute<PlaceDetail>(sql`
        select m.id, m.version, m.name_en as "nameEn", m.name_ar as "nameAr", m.dtm_name_en as "dtmNameEn", m.dtm_name_ar as "dtmNameAr", m.aliases,
          m.place_id as "placeId", m.dtm_location_id as "dtmLocationId", m.pcode, m.district_pcode as "districtPcode",
          m.sub_district_pcode as "subDistrictPcode", m.community_pcode as "communityPcode", m.latitude, m.longitude, m.is_camp as "isCamp",
          m.closed_on::text as "closedOn", ${named('d')} as district, ${named('s')} as "subDistrict", ${named('k')} as community,
          ${named('p')} as "positionDistrict"
        from monitored_locations m join locations d on d.pcode = m.district_pcode left join locations s on s.pcode = m.sub_district_pcode
          left join locations k on k.pcode = m.community_pcode left join locations p on p.pcode = m.position_district_pcode
        where m.id = ${locationId}::uuid`),
      readPlaceTrend(tx, locationId),
    ])
    const place = places[0]
    return place ? { place, trend } : null
  })
}

/** Districts, their sub-districts and communities, of the governorates whose districts are known: for the form. */
export function listAreas(actor: Actor) {
  return withActor(actor, async (tx) => {
    const [areas, communities] = await Promise.all([
      tx.execute<{ pcode: string; en: string; ar: string; district: string; level: number }>(sql`
        select l.pcode, l.name_en as en, l.name_ar as ar, case l.level when 2 then l.pcode else l.parent_pcode end as district, l.level
        from locations l where l.level in (2, 3) and l.is_active order by l.level, l.name_en`),
      tx.execute<{ pcode: string; en: string; ar: string; district: string }>(sql`
        select l.pcode, l.name_en as en, l.name_ar as ar, case p.level when 2 then p.pcode else p.parent_pcode end as district
        from locations l join locations p on p.pcode = l.parent_pcode where l.level = 4 and l.is_active order by l.name_en limit 1000`),
    ])
    return { areas: [...areas], communities: [...communities] }
  })
}

/** A location as the register's file has it. */
export type RegisterRow = Omit<PlaceDetail, 'district' | 'subDistrict' | 'community' | 'positionDistrict'> & {
  positionDistrictPcode: string | null
}

/** The whole register, for the file. */
export function listAllPlaces(actor: Actor) {
  return withActor(actor, async (tx) => {
    const rows = await tx.execute<RegisterRow>(sql`
      select id, version, name_en as "nameEn", name_ar as "nameAr", dtm_name_en as "dtmNameEn", dtm_name_ar as "dtmNameAr", aliases,
        place_id as "placeId", dtm_location_id as "dtmLocationId", pcode, district_pcode as "districtPcode", sub_district_pcode as "subDistrictPcode",
        community_pcode as "communityPcode", latitude, longitude, is_camp as "isCamp", closed_on::text as "closedOn",
        position_district_pcode as "positionDistrictPcode"
      from monitored_locations order by district_pcode, name_en, id`)
    return [...rows]
  })
}
