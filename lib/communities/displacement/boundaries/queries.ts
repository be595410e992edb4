import { sql } from 'drizzle-orm'
import { withActor } from '../../../../db/client'
import type { Actor } from '../../../auth/actor'
import type { Named } from '../../../i18n/in-locale'

export type BoundaryRow = {
  pcode: string
  level: number
  name: Named
  source: string
  points: number
  loadedAt: string
  loadedBy: string | null
}

/** What boundaries are loaded. */
export function listBoundaries(actor: Actor): Promise<BoundaryRow[]> {
  return withActor(actor, async (tx) => {
    const rows = await tx.execute<Omit<BoundaryRow, 'name'> & { en: string; ar: string }>(sql`
      select b.pcode, b.level, l.name_en as en, l.name_ar as ar, b.source, b.loaded_at as "loadedAt", u.name as "loadedBy",
        (select sum(jsonb_array_length(ring)) from jsonb_array_elements(b.polygons) p cross join jsonb_array_elements(p) ring)::integer as points
      from location_boundaries b join locations l on l.pcode = b.pcode left join users u on u.id = b.loaded_by
      order by b.level, l.name_en limit 500`)
    return [...rows].map(({ en, ar, ...row }) => ({ ...row, name: { en, ar } }))
  })
}
