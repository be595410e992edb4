import { getI18n } from '@/app/i18n'
import { pdfHeaders } from '@/app/pdf-response'
import { sheetOf } from '@/app/sheet-response'
import { may } from '@/lib/auth/roles'
import { getActor } from '@/lib/auth/session'
import { baghdadDay } from '@/lib/format'
import { getFigures } from '@/lib/grants/figures/queries'
import { figureColumns } from '@/lib/grants/figures/sheet'
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
  return sheetOf(query.kind === 'csv' ? 'csv' : 'xlsx', {
    fileName: `figures-${baghdadDay(new Date())}`,
    title: t('figures.title'),
    columns: figureColumns(t),
    rows: named,
    rightToLeft: locale !== 'en',
  })
}
