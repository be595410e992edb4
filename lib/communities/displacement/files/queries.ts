import { sql } from 'drizzle-orm'
import { withActor } from '../../../../db/client'
import type { Actor } from '../../../auth/actor'
import { type Cursor, type Page, pageOf, pageSize } from '../../../cases/scope'
import type { Named } from '../../../i18n/in-locale'
import type { Population } from '../domain'
import type { Finding, ImportState } from './findings'
import type { Mapping } from './heads'
import type { TotalLine } from './load'
import type { Reading } from './reading'

export type ImportHead = {
  id: string
  roundId: string
  roundNumber: number
  roundEdition: number
  roundStatus: string
  population: Population
  fileName: string
  sheetName: string
  otherSheets: string[]
  header: string[]
  headerLine: number
  mapping: Mapping
  isRemembered: boolean
  state: ImportState
  rowCount: number
  doneCount: number
  totals: TotalLine[]
  importedBy: string
  importedAt: string
  /** Another round that took a file with the very same bytes. */
  sameFileIn: number | null
}

export type ImportRow = {
  id: string
  line: number
  finding: Finding | null
  reading: Reading | null
  place: (Named & { id: string }) | null
  familiesBefore: number | null
}

type RawRow = {
  position: number
  line: number
  finding: Finding | null
  reading: Reading | null
  locationId: string | null
  en: string | null
  ar: string | null
  familiesBefore: number | null
}

const headQuery = (importId: string) => sql`
  select i.id, i.round_id as "roundId", d.number as "roundNumber", d.edition as "roundEdition", d.status as "roundStatus", i.population,
    i.file_name as "fileName", i.sheet_name as "sheetName", i.other_sheets as "otherSheets", i.header, i.header_line as "headerLine", i.mapping,
    i.is_remembered as "isRemembered", i.state, i.row_count as "rowCount", i.done_count as "doneCount", i.totals, u.name as "importedBy",
    i.imported_at as "importedAt", (select min(r.number) from displacement_imports o join displacement_rounds r on r.id = o.round_id
      where o.sha256 = i.sha256 and r.number <> d.number and r.status <> 'discarded' and o.state in ('running', 'done')) as "sameFileIn"
  from displacement_imports i join displacement_rounds d on d.id = i.round_id join users u on u.id = i.imported_by where i.id = ${importId}::uuid`

/** A file with how many rows came to what and one page of its rows; null when it does not exist for this actor. */
export function getImport(actor: Actor, importId: string, filter: Cursor & { finding?: Finding | undefined }) {
  const edge = filter.before
    ? sql`and r.position < ${filter.before}::int`
    : filter.after
      ? sql`and r.position > ${filter.after}::int`
      : sql``
  return withActor(actor, async (tx) => {
    const [heads, counts, rows, samples] = await Promise.all([
      tx.execute<ImportHead>(headQuery(importId)),
      tx.execute<{
        finding: Finding
        n: number
      }>(sql`select finding, count(*)::integer as n from displacement_import_rows
        where import_id = ${importId}::uuid and finding is not null group by finding`),
      tx.execute<RawRow>(sql`
        select r.position, r.line, r.finding, r.reading, r.location_id as "locationId", m.name_en as en, m.name_ar as ar,
          r.families_before as "familiesBefore"
        from displacement_import_rows r left join monitored_locations m on m.id = r.location_id
        where r.import_id = ${importId}::uuid ${filter.finding ? sql`and r.finding = ${filter.finding}` : sql``} ${edge}
        order by r.position ${filter.before ? sql`desc` : sql`asc`} limit ${pageSize + 1}`),
      tx.execute<{ cells: string[] }>(
        sql`select cells from displacement_import_rows where import_id = ${importId}::uuid order by position limit 2`,
      ),
    ])
    const head = heads[0]
    if (!head) return null
    const page: Page<ImportRow> = pageOf(
      [...rows].map(({ position, locationId, en, ar, ...row }) => ({
        ...row,
        id: String(position),
        place: locationId && en !== null && ar !== null ? { id: locationId, en, ar } : null,
      })),
      filter,
    )
    return {
      head,
      counts: new Map([...counts].map((row) => [row.finding, row.n])),
      page,
      samples: [...samples].map(({ cells }) => cells),
    }
  })
}
export type ImportPage = NonNullable<Awaited<ReturnType<typeof getImport>>>
