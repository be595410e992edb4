import { sql } from 'drizzle-orm'
import { type Tx, withActor } from '../../../../db/client'
import type { Actor } from '../../../auth/actor'
import { type Cursor, pageOf, pageSize } from '../../../cases/scope'
import type { Named } from '../../../i18n/in-locale'
import { searchPattern } from '../count-queries'
import type { Population } from '../domain'
import { readKnown } from './load'
import { type Suggestion, suggestPlaces } from './places'
import type { Reading } from './reading'

/** A row of a list whose place nobody knows yet. `id` is its address: import and position. */
export type QueueRow = {
  id: string
  importId: string
  position: number
  line: number
  reading: Reading
  population: Population
  fileName: string
  roundId: string
  roundNumber: number
}

const waiting = sql`displacement_import_rows r join displacement_imports i on i.id = r.import_id
  join displacement_rounds d on d.id = i.round_id and d.status = 'open'`
const columns = sql`r.import_id || '_' || r.position as id, r.import_id as "importId", r.position, r.line, r.reading, i.population,
  i.file_name as "fileName", i.round_id as "roundId", d.number as "roundNumber"`
const isWaiting = sql`r.finding = 'unknown_place' and i.state in ('checked', 'running', 'done')`

/** Unknown places of the rounds that are open, file by file. A cursor is `<import>_<position>`. */
export function listQueue(actor: Actor, cursor: Cursor) {
  const at = cursor.before ?? cursor.after
  const [importId = '', position = ''] = at?.split('_') ?? []
  const edge = at
    ? sql`and (r.import_id, r.position) ${cursor.before ? sql`<` : sql`>`} (${importId}::uuid, ${position}::integer)`
    : sql``
  const order = cursor.before ? sql`desc` : sql`asc`
  return withActor(actor, async (tx) => {
    const rows = await tx.execute<QueueRow>(sql`select ${columns} from ${waiting} where ${isWaiting} ${edge}
      order by r.import_id ${order}, r.position ${order} limit ${pageSize + 1}`)
    return pageOf([...rows], cursor)
  })
}

/** A location that the row may mean. */
export type Candidate = { id: string; name: Named; district: Named; likeness: number | null; kilometres: number | null }

type Found = { id: string; en: string; ar: string; district_en: string; district_ar: string }

async function candidatesOf(tx: Tx, suggestions: readonly Suggestion[], search: string): Promise<Candidate[]> {
  const byId = new Map(suggestions.map((one) => [one.id, one]))
  const condition = search
    ? sql`m.search_text like ${searchPattern(search)}`
    : sql`m.id in (select s::uuid from jsonb_array_elements_text(${JSON.stringify([...byId.keys()])}::jsonb) s)`
  const rows = await tx.execute<Found>(sql`
    select m.id, m.name_en as en, m.name_ar as ar, d.name_en as district_en, d.name_ar as district_ar
    from monitored_locations m join locations d on d.pcode = m.district_pcode where ${condition} order by m.name_en, m.id limit 10`)
  const order = [...byId.keys()]
  return [...rows]
    .sort((a, b) => (search ? 0 : order.indexOf(a.id) - order.indexOf(b.id)))
    .map((row) => ({
      id: row.id,
      name: { en: row.en, ar: row.ar },
      district: { en: row.district_en, ar: row.district_ar },
      likeness: byId.get(row.id)?.likeness ?? null,
      kilometres: byId.get(row.id)?.kilometres ?? null,
    }))
}

/** One unknown place with the locations it may mean, or with what a search finds; null when it is settled or none. */
export function getQueueRow(actor: Actor, importId: string, position: number, search: string) {
  return withActor(actor, async (tx) => {
    const [rows, known] = await Promise.all([
      tx.execute<QueueRow>(
        sql`select ${columns} from ${waiting} where ${isWaiting} and r.import_id = ${importId}::uuid and r.position = ${position}`,
      ),
      readKnown(tx),
    ])
    const row = rows[0]
    if (!row) return null
    const district = known.areas.district(row.reading.district)
    const candidates = await candidatesOf(tx, suggestPlaces(row.reading, district, known.places), search)
    return { row, district, candidates }
  })
}
export type QueuePage = NonNullable<Awaited<ReturnType<typeof getQueueRow>>>
