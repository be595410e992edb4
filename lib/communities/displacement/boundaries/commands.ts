import { sql } from 'drizzle-orm'
import * as z from 'zod/mini'
import type { Actor } from '../../../auth/actor'
import { may } from '../../../auth/roles'
import { type Call, command } from '../../../commands/command'
import type { Refusal, Result } from '../../../commands/result'
import { Refused } from '../../../commands/result'
import { cleanText } from '../../../digits'
import { type Boundary, readBoundaries } from './geojson'

export const mayLoadBoundaries = (actor: Actor) => may(actor, 'displacement.boundaries')

type Area = { pcode: string; level: number; latitude: number | null; longitude: number | null }

/** The known middle of a place lies within its boundary's frame, or half a degree beside it; else it is another place's boundary. */
function isAt(boundary: Boundary, { latitude, longitude }: Area): boolean {
  if (latitude === null || longitude === null) return true
  const outline = boundary.polygons.flat(2)
  const [xs, ys] = [outline.map(([x]) => x), outline.map(([, y]) => y)]
  const near = 0.5
  const within = (value: number, values: number[]) =>
    value >= Math.min(...values) - near && value <= Math.max(...values) + near
  return within(longitude, xs) && within(latitude, ys)
}

const keepBoundaries = command({
  name: 'displacement.load_boundaries',
  input: z.object({
    source: z.string().check(z.maxLength(200)),
    boundaries: z.array(z.custom<Boundary>((value) => typeof value === 'object')),
  }),
  allow: mayLoadBoundaries,
  async run({ tx, actor, now }, { source, boundaries }) {
    const pcodes = JSON.stringify(boundaries.map(({ pcode }) => pcode))
    const areas = await tx.execute<Area>(sql`select l.pcode, l.level, l.latitude, l.longitude from locations l
      join jsonb_array_elements_text(${pcodes}::jsonb) p on p = l.pcode`)
    const known = new Map([...areas].map((area) => [area.pcode, area]))
    const reasons: Refusal[] = boundaries.flatMap((boundary, at) => {
      const area = known.get(boundary.pcode)
      const key = !area ? 'unknown_pcode' : isAt(boundary, area) ? null : 'far'
      return key ? [{ key: `displacement.boundary.${key}`, params: { feature: at + 1, name: boundary.pcode } }] : []
    })
    if (reasons.length > 0) throw new Refused(reasons.slice(0, 20))
    const rows = boundaries.map(({ pcode, polygons }) => ({ pcode, polygons, level: known.get(pcode)?.level ?? 2 }))
    await tx.execute(sql`
      insert into location_boundaries (pcode, level, polygons, source, loaded_by, loaded_at)
      select b.pcode, b.level, b.polygons, ${source}, ${actor.userId}::uuid, ${now.toISOString()}::timestamptz
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) b(pcode text, level integer, polygons jsonb)
      on conflict (pcode) do update set polygons = excluded.polygons, level = excluded.level, source = excluded.source,
        loaded_by = excluded.loaded_by, loaded_at = excluded.loaded_at`)
    return { count: boundaries.length }
  },
})

/** Loads boundaries out of a GeoJSON file: all of its features, or none with the reasons. The map draws them from then on. */
export async function loadBoundaries(
  actor: Actor,
  file: { name: string; bytes: Uint8Array },
  call: Call = {},
): Promise<Result<{ count: number }>> {
  if (!mayLoadBoundaries(actor)) return { ok: false, code: 'forbidden' }
  const read = readBoundaries(file.bytes)
  if ('problems' in read)
    return {
      ok: false,
      code: 'refused',
      reasons: read.problems.map(({ key, feature, name }) => ({
        key: `displacement.boundary.${key}`,
        params: { feature, name },
      })),
    }
  return keepBoundaries.execute(
    actor,
    { source: cleanText(file.name).slice(0, 200), boundaries: read.boundaries },
    call,
  )
}
