import readXlsxFile from 'read-excel-file/node'
import { officeKind } from '@/lib/documents/office'
import { openZip } from '@/lib/documents/zip'
import { SheetError, type SheetLimits } from './problem'
import type { Sheet } from './read-table'

/** A number of a cell as people wrote it: 15 digits as Excel shows, no noise behind them (0.30000000000000004), no exponent. */
export function plainNumber(text: string): string {
  const number = Number(text)
  if (text.trim() === '' || !Number.isFinite(number)) return text
  if (/^-?\d+$/.test(text)) return text
  const rounded = Number(number.toPrecision(15))
  const [, sign = '', digits = '', exponent = ''] = /^(-?)([\d.]+)(?:e([+-]\d+))?$/.exec(String(rounded)) ?? []
  if (exponent === '') return `${sign}${digits}`
  const [whole = '', fraction = ''] = digits.split('.')
  const shift = Number(exponent)
  return shift > 0
    ? `${sign}${whole}${fraction.padEnd(shift, '0')}`
    : `${sign}0.${'0'.repeat(-shift - 1)}${whole}${fraction}`
}

/** What no table says and no database keeps: control characters, and halves of a character by themselves. */
const unsayable = /(?![\t-\r\u0085])[\p{Cc}\p{Cs}]/gu

function textOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) {
    if (Number.isNaN(value.getTime())) return ''
    const iso = value.toISOString()
    return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso.slice(0, 16).replace('T', ' ')
  }
  return typeof value === 'boolean' ? String(value).toUpperCase() : String(value).replace(unsayable, '')
}

/** The cells of all sheets together, the empty ones between others counted: 80 MB of memory. */
const MOST_CELLS = 10_000_000

/** A column's number by its letters: A is 1, XFD 16384. */
function columnNumber(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
}

/**
 * How many cells a sheet spans. The reader fills all rows and columns before the last one: a file of 500 bytes with one
 * cell at the far end would take all memory. Any part may be named as a sheet, so every part is looked at.
 */
function checkPlaces(part: Uint8Array, limits: SheetLimits): number {
  const text = Buffer.from(part.buffer, part.byteOffset, part.byteLength).toString('latin1')
  let [lastRow, lastColumn] = [0, 0]
  for (const [, , place = ''] of text.matchAll(/(?<!xmlns:)\br\s*=\s*(["'])([^"']*)\1/g)) {
    const [, letters, digits] = /^([A-Z]{0,3})(\d{1,7})$/.exec(place) ?? []
    if (letters === undefined) throw new SheetError('sheets.broken')
    lastRow = Math.max(lastRow, Number(digits))
    lastColumn = Math.max(lastColumn, columnNumber(letters))
  }
  if (lastRow > limits.rows + 1) throw new SheetError('sheets.tooManyRows', { most: limits.rows })
  if (lastColumn > limits.columns) throw new SheetError('sheets.tooManyColumns', { most: limits.columns })
  return lastRow * lastColumn
}

/** Refuses what must not be unpacked: code, passwords, parts that grow beyond what they claim or what is taken. */
function check(bytes: Uint8Array, limits: SheetLimits): void {
  const kind = officeKind(bytes)
  const zip = openZip(bytes)
  if (kind === 'broken' || !zip) throw new SheetError('sheets.broken')
  if (zip.names.some((name) => /vbaProject|activeX/i.test(name))) throw new SheetError('sheets.macros')
  const types = zip.read('[Content_Types].xml', 1024 * 1024)
  if (types && /macroEnabled|vbaProject|activeX/i.test(new TextDecoder().decode(types)))
    throw new SheetError('sheets.macros')
  if (kind !== 'xlsx') throw new SheetError('sheets.notTable')
  let left = limits.unpacked
  let cells = 0
  for (const name of zip.names) {
    // A part that claims less than it holds ends here, before the reader meets it.
    const part = zip.read(name, left)
    if (!part) throw new SheetError('sheets.tooBig', { most: Math.round(limits.bytes / 1024 / 1024) })
    left -= part.length
    cells += checkPlaces(part, limits)
    if (cells > MOST_CELLS) throw new SheetError('sheets.tooManyRows', { most: limits.rows })
  }
}

/** The sheets of a workbook, as text. A cell with an error (#REF!) is empty, and so are the hidden cells of a merged one. */
export async function readXlsx(bytes: Uint8Array, limits: SheetLimits): Promise<Sheet[]> {
  check(bytes, limits)
  const sheets = await readXlsxFile(Buffer.from(bytes), { parseNumber: plainNumber, trim: false }).catch(() => {
    throw new SheetError('sheets.broken')
  })
  if (sheets.length === 0) throw new SheetError('sheets.empty')
  return sheets.map(({ sheet, data }) => ({
    name: sheet.replace(unsayable, ''),
    rows: data.slice(0, limits.rows + 2).map((row, at) => ({ line: at + 1, cells: row.map(textOf) })),
  }))
}
