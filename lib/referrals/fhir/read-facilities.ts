import { sql } from 'drizzle-orm'
import type { Tx } from '../../../db/client'
import type { ApiKey } from '../../auth/api-key'
import { arrayOf } from '../../cases/scope'
import type { Named } from '../../i18n/in-locale'
import type { FacilityType, FunctionLevel } from '../facilities/domain'

/** A facility as an Organization and a Location tell it; the names and phones of who works there stay here. */
export type SharedFacility = {
  id: string
  code: string
  name: Named
  type: FacilityType
  district: Named
  place: Named
  latitude: number | null
  longitude: number | null
  days: number[]
  opensAt: number
  closesAt: number
  isAlwaysOpen: boolean
  functional: FunctionLevel
  isClosed: boolean
}

type Wanted = { ids?: string[] | undefined; after: string | null; limit: number }

/** The facilities of a key, newest entry first. */
export async function readFacilities(tx: Tx, key: ApiKey, { ids, after, limit }: Wanted): Promise<SharedFacility[]> {
  const rows = await tx.execute<SharedFacility>(sql`
    select f.id, f.code, jsonb_build_object('en', f.name_en, 'ar', f.name_ar) as name, f.type,
      jsonb_build_object('en', d.name_en, 'ar', d.name_ar) as district,
      jsonb_build_object('en', l.name_en, 'ar', l.name_ar) as place, f.latitude, f.longitude, f.days,
      f.opens_at as "opensAt", f.closes_at as "closesAt", f.is_always_open as "isAlwaysOpen", f.functional,
      f.closed_on is not null as "isClosed"
    from api_key_facilities k join facilities f on f.id = k.facility_id join locations d on d.pcode = f.district_pcode
      join locations l on l.pcode = f.location_pcode
    where k.api_key_id = ${key.id}::uuid ${ids ? sql`and f.id = any (${arrayOf(ids)}::uuid[])` : sql``}
      ${after ? sql`and f.id < ${after}::uuid` : sql``}
    order by f.id desc limit ${limit}`)
  return [...rows]
}
