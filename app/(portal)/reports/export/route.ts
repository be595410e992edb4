import { getI18n } from '@/app/i18n'
import { pdfHeaders } from '@/app/pdf-response'
import { may } from '@/lib/auth/roles'
import { getActor } from '@/lib/auth/session'
import { baghdadDay } from '@/lib/format'
import { getFigures } from '@/lib/grants/figures/queries'
import { figureColumns } from '@/lib/grants/figures/sheet'
import { writeCsv } from '@/lib/sheets/csv'
import { writeXlsx } from '@/lib/sheets/xlsx'
import { readFilters } from '../filters'
import { valueName } from '../words'

/** The figures of the page as XLSX or CSV. */
export async function GET(request: Request) {
  const [actor, { t, locale }] = await Promise.all([getActor(), getI18n()])
  if (!actor || !may(actor, 'figures.read')) return new Response(null, { status: 404, headers: pdfHeaders })
  const query = Object.fromEntries(new URL(request.url).searchParams)
  const { rows, districts } = await getFigures(actor, readFilters(query))
  const named = rows.map((row) => ({
    row,
    dimension: row.dimension === 'all' ? t('figures.all') : t(`figures.by.${row.dimension}`),
    // Marks of direction are for a page; in a cell they would spoil a search for the value.
    value:
      row.dimension === 'all'
        ? ''
        : valueName(t, locale, districts, row.dimension, row.value).replace(/[\u2066\u2069]/g, ''),
  }))
  const columns = figureColumns(t)
  const name = `figures-${baghdadDay(new Date())}`
  const headers = (kind: string, type: string) => ({
    ...pdfHeaders,
    'content-type': type,
    'content-disposition': `attachment; filename="${name}.${kind}"`,
  })
  if (query.kind === 'csv')
    return new Response(writeCsv(columns, named), { headers: headers('csv', 'text/csv; charset=utf-8') })
  const book = await writeXlsx([{ name: t('figures.title'), columns, rows: named }], { rightToLeft: locale !== 'en' })
  return new Response(new Uint8Array(book), {
    headers: headers('xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'),
  })
}
