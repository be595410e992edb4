import { parse } from 'csv-parse/sync'
import { decodeText } from './encoding'
import { withFormulaBack } from './formulas'
import { SheetError, type SheetLimits } from './problem'
import type { NumberedRow } from './read-table'

const separators = [',', ';', '\t'] as const

/** The separator that stands most often outside quotes in the first lines; `sep=;` in the first line decides. */
function separatorOf(text: string): string {
  const bare = text.slice(0, 8000).replace(/"(?:[^"]|"")*"?/g, '')
  const counted = separators.map((separator) => ({ separator, count: bare.split(separator).length - 1 }))
  return counted.reduce((best, one) => (one.count > best.count ? one : best)).separator
}

/** The rows of a CSV as text. Digits stay as they are written. */
export function readCsv(bytes: Uint8Array, limits: SheetLimits): NumberedRow[] {
  const decoded = decodeText(bytes)
  if (decoded === null) throw new SheetError('sheets.notTable')
  const text = decoded.replace(/^\uFEFF/, '')
  // A control character is in no table that people save; it is in everything else.
  if (/(?![\t-\r\u0085])\p{Cc}/u.test(text)) throw new SheetError('sheets.notTable')
  const named = /^sep=([,;\t])\r?\n/i.exec(text)
  try {
    const lines: number[] = []
    const rows = parse(named ? text.slice(named[0].length) : text, {
      delimiter: named?.[1] ?? separatorOf(text),
      relaxColumnCount: true,
      // One line more than is taken shows that there are too many; one more is the head.
      to: limits.rows + 2,
      maxRecordSize: 1024 * 1024,
      skipEmptyLines: true,
      on_record: (record, { records, empty_lines }) => {
        lines.push(records + empty_lines)
        return record
      },
    })
    return rows.map((row, at) => ({ line: lines[at] ?? at + 1, cells: row.map(withFormulaBack) }))
  } catch {
    throw new SheetError('sheets.broken')
  }
}
