import { type SQL, sql } from 'drizzle-orm'
import type { Tx } from '../../db/client'
import type { Named } from '../i18n/in-locale'
import type { HealthService } from './domain'

/** A facility as whoever refers weighs it: how far, when open, does it work, when was that last checked. */
export type FacilityChoice = {
  id: string
  name: Named
  /** Whole kilometres from the middle of the person's sub-district; null where a position is not known. */
  kilometres: number | null
  isSameDistrict: boolean
  functional: 'full' | 'partial' | 'none'
  days: number[]
  opensAt: number
  closesAt: number
  isAlwaysOpen: boolean
  verifiedOn: string | null
}

/** So many are offered at first, and when more are asked for. */
const first = 6
const more = 40

type Raw = {
  id: string
  name_en: string
  name_ar: string
  km: number | null
  same: boolean
  functional: 'full' | 'partial' | 'none'
  days: number[]
  opens_at: number
  closes_at: number
  is_always_open: boolean
  verified_on: string | null
}

/** Kilometres between two points in degrees on a sphere of 6,371 km (haversine). */
export const kilometresBetween = (a: string, b: string): SQL =>
  sql.raw(
    `2 * 6371 * asin(sqrt(power(sin(radians(${b}.latitude - ${a}.latitude) / 2), 2)
      + cos(radians(${a}.latitude)) * cos(radians(${b}.latitude)) * power(sin(radians(${b}.longitude - ${a}.longitude) / 2), 2)))`,
  )

/** Open facilities that offer the service, the nearest first; those of the same district before those without a position. */
export async function readFacilityChoices(
  tx: Tx,
  service: HealthService,
  place: SQL,
  isFar = false,
): Promise<FacilityChoice[]> {
  const rows = await tx.execute<Raw>(sql`
    select f.id, f.name_en, f.name_ar, ${kilometresBetween('l', 'f')} as km, f.district_pcode = l.parent_pcode as same,
      f.functional, f.days, f.opens_at, f.closes_at, f.is_always_open, f.verified_on::text
    from locations l cross join facilities f
    where l.pcode = ${place} and f.closed_on is null and f.functional <> 'none' and f.services @> ${`{${service}}`}::text[]
    order by km nulls last, same desc, f.name_en limit ${isFar ? more : first}`)
  return [...rows].map((row) => ({
    id: row.id,
    name: { en: row.name_en, ar: row.name_ar },
    kilometres: row.km === null ? null : Math.round(Number(row.km)),
    isSameDistrict: row.same,
    functional: row.functional,
    days: row.days,
    opensAt: row.opens_at,
    closesAt: row.closes_at,
    isAlwaysOpen: row.is_always_open,
    verifiedOn: row.verified_on,
  }))
}
