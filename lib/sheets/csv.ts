import { plainAmount, type Rows, type SheetColumn } from './cells'
import { withoutFormula } from './formulas'

/** A cell as RFC 4180 wants it. Quoted also for `;` and tabs, by which some countries' Excel parts a line. */
function quoted(text: string): string {
  return /[",;\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

function textOf<Row>(column: SheetColumn<Row>, row: Row): string {
  if (column.kind === 'money') {
    const money = column.value(row)
    return money === null ? '' : plainAmount(money)
  }
  if (column.kind === 'number') {
    const number = column.value(row)
    return number === null || !Number.isFinite(number) ? '' : String(number)
  }
  return quoted(withoutFormula(column.value(row) ?? ''))
}

/** So much text is sent at a time, in characters. */
const CHUNK = 32 * 1024

async function* chunks<Row>(columns: readonly SheetColumn<Row>[], rows: Rows<Row>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  // Without the mark Excel reads UTF-8 as the machine's old code page, and Arabic as rubbish.
  let text = `\uFEFF${columns.map(({ head }) => quoted(withoutFormula(head))).join(',')}\r\n`
  for await (const row of rows) {
    text += `${columns.map((column) => textOf(column, row)).join(',')}\r\n`
    if (text.length > CHUNK) {
      yield encoder.encode(text)
      text = ''
    }
  }
  yield encoder.encode(text)
}

/**
 * A table as CSV, sent while its rows come: UTF-8 that Excel opens with Arabic intact, and nothing in it runs as a formula.
 * Rows are asked for as fast as the reader takes them, and no faster; a reader who leaves ends the asking.
 *
 *     new Response(writeCsv(columns, rows), { headers: { 'content-type': 'text/csv; charset=utf-8' } })
 */
export function writeCsv<Row>(columns: readonly SheetColumn<Row>[], rows: Rows<Row>): ReadableStream<Uint8Array> {
  const source = chunks(columns, rows)
  return new ReadableStream(
    {
      async pull(controller) {
        const { value, done } = await source.next()
        if (done) controller.close()
        else controller.enqueue(value)
      },
      async cancel() {
        await source.return(undefined)
      },
    },
    { highWaterMark: 1 },
  )
}
