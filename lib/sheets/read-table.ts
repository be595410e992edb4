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

/** A sheet of a file before anyone has said which row is its head; empty rows are left out, cells trimmed. */
export type Sheet = { name: string; rows: NumberedRow[] }

const startsWith = (bytes: Uint8Array, ...mark: number[]) => mark.every((byte, at) => bytes[at] === byte)

/** The sheets as they stand in the file: one without a name for a CSV. */
async function sheetsOf(bytes: Uint8Array, limits: SheetLimits): Promise<Sheet[]> {
  if (bytes.length === 0) throw new SheetError('sheets.empty')
  if (bytes.length > limits.bytes)
    throw new SheetError('sheets.tooBig', { most: Math.round(limits.bytes / 1024 / 1024) })
  // The old Excel format, and the shell around a workbook with a password, are both OLE2.
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) throw new SheetError('sheets.locked')
  if (startsWith(bytes, 0x50, 0x4b)) return readXlsx(bytes, limits)
  if (startsWith(bytes, 0x25, 0x50, 0x44, 0x46) || /^\s*</.test(new TextDecoder().decode(bytes.subarray(0, 200))))
    throw new SheetError('sheets.notTable')
  return [{ name: '', rows: readCsv(bytes, limits) }]
}

const filled = ({ name, rows }: Sheet): Sheet => ({
  name,
  rows: rows
    .map(({ line, cells }) => ({ line, cells: cells.map((cell) => cell.trim()) }))
    .filter(({ cells }) => cells.some((cell) => cell !== '')),
})

/**
 * Reads every sheet of a file that someone uploads, for tables whose head stands somewhere below a title. Known by its
 * content and refused like `readTable`; `rows` limits each sheet, titles included.
 */
export async function readBook(bytes: Uint8Array, limits: Partial<SheetLimits> = {}): Promise<Sheet[]> {
  const all = { ...sheetLimits, ...limits }
  const sheets = (await sheetsOf(bytes, all)).map(filled).filter(({ rows }) => rows.length > 0)
  if (sheets.length === 0) throw new SheetError('sheets.empty')
  for (const { rows } of sheets) {
    if (rows.length > all.rows) throw new SheetError('sheets.tooManyRows', { most: all.rows })
    checkWidth(widthOf(rows), all)
  }
  return sheets
}

/**
 * Reads a table that someone uploads, XLSX or CSV, known by its content and never by its name. Throws a `SheetError` whose
 * key says why it is not taken. Days of a workbook are `YYYY-MM-DD`; empty rows are left out. Of a workbook it is the first
 * sheet that holds anything.
 *
 *     const { header, rows } = await readTable(bytes)
 */
export async function readTable(bytes: Uint8Array, limits: Partial<SheetLimits> = {}): Promise<Table> {
  const all = { ...sheetLimits, ...limits }
  const sheets = (await sheetsOf(bytes, all)).map(filled)
  const found = sheets.find(({ rows }) => rows.length > 0)
  if (!found) throw new SheetError('sheets.empty')
  return { ...(found.name !== '' && { sheetName: found.name }), ...shaped(found.rows, all) }
}

const widthOf = (rows: readonly NumberedRow[]) =>
  rows.reduce((most, { cells }) => Math.max(most, cells.findLastIndex((cell) => cell !== '') + 1), 0)

function checkWidth(width: number, limits: SheetLimits): void {
  if (width > limits.columns) throw new SheetError('sheets.tooManyColumns', { most: limits.columns })
}

function shaped(all: readonly NumberedRow[], limits: SheetLimits): Omit<Table, 'sheetName'> {
  const [first, ...rest] = all
  if (!first || rest.length === 0) throw new SheetError('sheets.empty')
  if (rest.length > limits.rows) throw new SheetError('sheets.tooManyRows', { most: limits.rows })
  const width = widthOf(all)
  checkWidth(width, limits)
  const even = ({ cells }: NumberedRow) => Array.from({ length: width }, (_, at) => cells[at] ?? '')
  return { header: even(first), rows: rest.map(even), lines: rest.map(({ line }) => line) }
}
