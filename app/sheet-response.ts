import type { Rows, SheetColumn } from '@/lib/sheets/cells'
import { writeCsv } from '@/lib/sheets/csv'
import { writeXlsx } from '@/lib/sheets/xlsx'
import { pdfHeaders } from './pdf-response'

type Sheet<Row> = {
  fileName: string
  title: string
  columns: readonly SheetColumn<Row>[]
  rows: Rows<Row>
  rightToLeft: boolean
}

/** A table to be saved, as CSV or XLSX, under a plain name of ours and for one reader. */
export async function sheetOf<Row>(as: 'csv' | 'xlsx', sheet: Sheet<Row>): Promise<Response> {
  const { fileName, title, columns, rows, rightToLeft } = sheet
  const headers = (type: string) => ({
    ...pdfHeaders,
    'content-type': type,
    'content-disposition': `attachment; filename="${fileName}.${as}"`,
  })
  if (as === 'csv') return new Response(writeCsv(columns, rows), { headers: headers('text/csv; charset=utf-8') })
  const book = await writeXlsx([{ name: title, columns, rows }], { rightToLeft })
  return new Response(new Uint8Array(book), {
    headers: headers('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'),
  })
}
