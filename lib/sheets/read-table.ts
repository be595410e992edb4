import { SheetError, type SheetLimits, sheetLimits } from './problem'
import { readCsv } from './read-csv'
import { readXlsx } from './read-xlsx'

/**
 * A table as it stands in the file: every row as long as the head, all cells text, digits as they are written. `lines` are
 * the numbers that a spreadsheet shows beside the rows.
 */
export type Table = { sheetName?: string; header: string[]; rows: string[][]; lines: number[] }

/** A row with its number in the file, empty rows counted. */
export type NumberedRow = { line: number; cells: string[] }

const startsWith = (bytes: Uint8Array, ...mark: number[]) => mark.every((byte, at) => bytes[at] === byte)

/**
 * Reads a table that someone uploads, XLSX or CSV, known by its content and never by its name. Throws a `SheetError` whose
 * key says why it is not taken. Days of a workbook are `YYYY-MM-DD`; empty rows are left out.
 *
 *     const { header, rows } = await readTable(bytes)
 */
export async function readTable(bytes: Uint8Array, limits: Partial<SheetLimits> = {}): Promise<Table> {
  const all = { ...sheetLimits, ...limits }
  if (bytes.length === 0) throw new SheetError('sheets.empty')
  if (bytes.length > all.bytes) throw new SheetError('sheets.tooBig', { most: Math.round(all.bytes / 1024 / 1024) })
  // The old Excel format, and the shell around a workbook with a password, are both OLE2.
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) throw new SheetError('sheets.locked')
  if (startsWith(bytes, 0x50, 0x4b)) {
    const { sheetName, rows } = await readXlsx(bytes, all)
    return { sheetName, ...shaped(rows, all) }
  }
  if (startsWith(bytes, 0x25, 0x50, 0x44, 0x46) || /^\s*</.test(new TextDecoder().decode(bytes.subarray(0, 200))))
    throw new SheetError('sheets.notTable')
  return shaped(readCsv(bytes, all), all)
}

function shaped(all: NumberedRow[], limits: SheetLimits): Omit<Table, 'sheetName'> {
  const [first, ...rest] = all
    .map(({ line, cells }) => ({ line, cells: cells.map((cell) => cell.trim()) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''))
  if (!first || rest.length === 0) throw new SheetError('sheets.empty')
  if (rest.length > limits.rows) throw new SheetError('sheets.tooManyRows', { most: limits.rows })
  const width = [first, ...rest].reduce(
    (most, { cells }) => Math.max(most, cells.findLastIndex((cell) => cell !== '') + 1),
    0,
  )
  if (width > limits.columns) throw new SheetError('sheets.tooManyColumns', { most: limits.columns })
  const even = ({ cells }: NumberedRow) => Array.from({ length: width }, (_, at) => cells[at] ?? '')
  return { header: even(first), rows: rest.map(even), lines: rest.map(({ line }) => line) }
}
