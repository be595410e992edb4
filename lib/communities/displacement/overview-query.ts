import { sql } from 'drizzle-orm'
import { type Tx, withActor } from '../../../db/client'
import type { Actor } from '../../auth/actor'
import type { Named } from '../../i18n/in-locale'
import type { Polygons } from './boundaries/rings'
import type { Population, Sum } from './domain'
import { totalColumns } from './sums'
import { readDistrictTrend } from './trend-query'

export type MapDistrict = Sum & {
  pcode: string
  name: Named
  latitude: number | null
  longitude: number | null
  /** Null while no admin has loaded a boundary. */
  polygons: Polygons | null
}
export type MapPlace = { id: string; name: Named; latitude: number; longitude: number; families: number }

/** So many locations are drawn at most, those with most families. */
const mostPlaces = 400

const latest = sql`(select r.id from displacement_rounds r where r.status = 'published' order by r.counted_on desc, r.id desc limit 1)`

function readMapDistricts(tx: Tx, population: Population) {
  return tx.execute<Omit<MapDistrict, 'name'> & { en: string; ar: string }>(sql`
    select l.pcode, l.name_en as en, l.name_ar as ar, l.latitude, l.longitude, b.polygons, s.locations, s.families, s.counted, s.multiplied
    from locations l left join location_boundaries b on b.pcode = l.pcode
      cross join lateral (select ${totalColumns} from displacement_totals t
        where t.round_id = ${latest} and t.district_pcode = l.pcode and t.population = ${population}) s
    where l.level = 2 and l.is_active and (s.locations > 0 or exists (select from monitored_locations m where m.district_pcode = l.pcode))
    order by l.name_en`)
}

/** The last published round on a map, by district and location, with the trend of all; `round` is null before the first. */
export function getOverview(actor: Actor, population: Population) {
  return withActor(actor, async (tx) => {
    const [districts, places, trend] = await Promise.all([
      readMapDistricts(tx, population),
      tx.execute<Omit<MapPlace, 'name'> & { en: string; ar: string }>(sql`
        select m.id, m.name_en as en, m.name_ar as ar, m.latitude, m.longitude, c.families
        from displacement_counts c join monitored_locations m on m.id = c.location_id
        where c.round_id = ${latest} and c.population = ${population} and m.latitude is not null and c.families > 0
        order by c.families desc, m.id limit ${mostPlaces}`),
      readDistrictTrend(tx, null),
    ])
    return {
      round: trend.at(-1) ?? null,
      trend,
      districts: [...districts].map(({ en, ar, ...row }): MapDistrict => ({ ...row, name: { en, ar } })),
      places: [...places].map(({ en, ar, ...row }): MapPlace => ({ ...row, name: { en, ar } })),
    }
  })
}
export type Overview = Awaited<ReturnType<typeof getOverview>>
