import writeXlsxFile, { type Cell, type SheetData } from 'write-excel-file/node'
import { type Money, plainAmount, type Rows, type SheetColumn } from './cells'

/** One sheet of a workbook: its name on the tab, its columns and its rows. */
export type WorkSheet<Row> = { name: string; columns: readonly SheetColumn<Row>[]; rows: Rows<Row> }

/** Excel keeps this many digits of a number; a longer amount is written as text rather than rounded. */
const EXACT_DIGITS = 15
const MOST_IN_CELL = 32_767

// XML has no code for these; a workbook that holds one does not open.
const UNWRITABLE = /[\p{Cs}\uFFFE\uFFFF]|(?![\t\n\r])\p{Cc}/gu

/** Text as text, whatever it looks like: a cell marked so is never taken for a formula or a number. */
function textCell(text: string): Cell {
  return text === '' ? null : { value: text.replace(UNWRITABLE, '').slice(0, MOST_IN_CELL), type: String, format: '@' }
}

function moneyCell(money: Money): Cell {
  const plain = plainAmount(money)
  if (plain.replace(/\D/g, '').length > EXACT_DIGITS) return textCell(plain)
  const format = money.currency === 'USD' ? '#,##0.00' : plain.includes('.') ? '#,##0.000' : '#,##0'
  return { value: Number(plain), type: Number, format }
}

function dateCell(day: string): Cell {
  const date = new Date(`${day}T00:00:00Z`)
  // Excel's days begin in 1900; a day it cannot count stays as it is written.
  if (Number.isNaN(date.getTime()) || day < '1900-03-01') return textCell(day)
  return { value: date, type: Date, format: 'yyyy-mm-dd' }
}

function cellOf<Row>(column: SheetColumn<Row>, row: Row): Cell {
  if (column.kind === 'money') {
    const money = column.value(row)
    return money === null ? null : moneyCell(money)
  }
  if (column.kind === 'number') {
    const number = column.value(row)
    return number === null || !Number.isFinite(number) ? null : { value: number, type: Number }
  }
  const text = column.value(row) ?? ''
  return column.kind === 'date' && text !== '' ? dateCell(text) : textCell(text)
}

/** A tab's name as Excel takes it: no more than 31 characters, none of those that mean something in a formula. */
function tabName(name: string, at: number): string {
  return (
    name
      .replace(/[[\]:*?/\\']/g, ' ')
      .trim()
      .slice(0, 31) || String(at + 1)
  )
}

async function dataOf<Row>({ columns, rows }: WorkSheet<Row>): Promise<SheetData> {
  const data: SheetData = [
    columns.map(
      ({ head }): Cell => ({ value: head, type: String, fontWeight: 'bold', backgroundColor: '#F1F4F6', wrap: true }),
    ),
  ]
  for await (const row of rows) data.push(columns.map((column) => cellOf(column, row)))
  return data
}

/**
 * A workbook of typed cells: text stays text, numbers, days and amounts can be counted with. The heads are bold and stay in
 * sight; in Arabic the sheets read from the right. All rows are in memory at once: for tens of thousands, `writeCsv`.
 *
 *     const bytes = await writeXlsx([{ name, columns, rows }], { rightToLeft: locale !== 'en' })
 */
export async function writeXlsx<Row>(
  sheets: readonly WorkSheet<Row>[],
  { rightToLeft }: { rightToLeft: boolean },
): Promise<Buffer> {
  const written = await Promise.all(
    sheets.map(async (sheet, at) => ({
      data: await dataOf(sheet),
      sheet: tabName(sheet.name, at),
      columns: sheet.columns.map(({ kind, head, width }) => ({
        width: width ?? Math.max(kind === 'text' ? 22 : 14, head.length + 2),
      })),
      stickyRowsCount: 1,
      rightToLeft,
    })),
  )
  return writeXlsxFile(written).toBuffer()
}
