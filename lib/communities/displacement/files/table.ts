import { SheetError } from '../../../sheets/problem'
import type { NumberedRow, Sheet } from '../../../sheets/read-table'
import type { Population } from '../domain'
import { fieldOf, missingFields } from './heads'

/** A list as it is read: which sheet, where its head stands, and the rows below. */
export type FoundTable = {
  sheetName: string
  otherSheets: string[]
  headerLine: number
  header: string[]
  rows: NumberedRow[]
}

/** A list has its head within so many rows; above it stand a title, a logo, a filter. */
const headWithin = 20

type Head = { at: number; known: number; isWhole: boolean }

/** The row that names most columns. A row that names families and a place is a head whatever else it holds. */
function headOf(sheet: Sheet, population: Population): Head {
  let best: Head = { at: 0, known: 0, isWhole: false }
  for (const [at, { cells }] of sheet.rows.slice(0, headWithin).entries()) {
    const fields = cells.map((cell) => fieldOf(cell, population))
    const known = new Set(fields.filter((field) => field !== null)).size
    const isWhole = missingFields(fields).length === 0
    if (Number(isWhole) - Number(best.isWhole) > 0 || (isWhole === best.isWhole && known > best.known))
      best = { at, known, isWhole }
  }
  return best
}

/**
 * Finds the list in a file: the sheet asked for, or the one whose head tells most. Throws a SheetError for a sheet without
 * rows; null when no sheet is called so, or when no row of any sheet names two columns that a list has.
 */
export function findTable(sheets: readonly Sheet[], population: Population, asked = ''): FoundTable | null {
  const candidates = asked ? sheets.filter(({ name }) => name.toLowerCase() === asked.toLowerCase()) : sheets
  const ranked = candidates
    .map((sheet) => ({ sheet, head: headOf(sheet, population) }))
    .sort((a, b) => Number(b.head.isWhole) - Number(a.head.isWhole) || b.head.known - a.head.known)
  const found = ranked[0]
  if (!found || found.head.known < 2) return null
  const { sheet, head } = found
  const headRow = sheet.rows[head.at]
  const rows = sheet.rows.slice(head.at + 1)
  if (!headRow || rows.length === 0) throw new SheetError('sheets.empty')
  const width = rows.reduce(
    (most, { cells }) => Math.max(most, cells.findLastIndex((cell) => cell !== '') + 1),
    headRow.cells.length,
  )
  const even = (cells: readonly string[]) => Array.from({ length: width }, (_, at) => (cells[at] ?? '').slice(0, 200))
  return {
    sheetName: sheet.name,
    otherSheets: sheets.filter((one) => one !== sheet).map(({ name }) => name),
    headerLine: headRow.line,
    header: even(headRow.cells),
    rows: rows.map(({ line, cells }) => ({ line, cells: even(cells) })),
  }
}
