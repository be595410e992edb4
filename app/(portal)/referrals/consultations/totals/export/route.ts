import { getI18n } from '@/app/i18n'
import { pdfHeaders } from '@/app/pdf-response'
import { sheetOf } from '@/app/sheet-response'
import { getActor } from '@/lib/auth/session'
import { getTotals, mayCount } from '@/lib/referrals/consultations/totals-query'
import type { SheetColumn } from '@/lib/sheets/cells'
import { readTotalsFilter } from '../filters'
import { nameOfValue } from '../names'

type Row = { breakdown: string; value: string; count: number; isWithheld: boolean }

/** The totals of the page as a file: `?as=csv|xlsx`, the same months and numbers, small groups withheld alike. */
export async function GET(request: Request) {
  const [actor, { t, locale, format }] = await Promise.all([getActor(), getI18n()])
  if (!actor || !mayCount(actor)) return new Response(null, { status: 404, headers: pdfHeaders })
  const query = Object.fromEntries(new URL(request.url).searchParams)
  const filter = readTotalsFilter(query, new Date())
  const page = await getTotals(actor, filter)
  const rows: Row[] = [
    { breakdown: t('consultations.totals.tile.all'), value: '', ...page.totals.all },
    ...page.totals.months.map((row) => ({
      ...row,
      breakdown: t('consultations.totals.byMonth'),
      value: format.month(row.month),
    })),
    ...page.totals.rows.map((row) => ({
      ...row,
      breakdown: t(`consultations.totals.by.${row.dimension}`),
      // Marks of direction are for a page; in a cell they would spoil a search for the value.
      value: nameOfValue(t, locale, page, row.dimension, row.value).replace(/[\u2066\u2069]/g, ''),
    })),
  ]
  const columns: SheetColumn<Row>[] = [
    { head: t('figures.breakdown'), kind: 'text', value: (row) => row.breakdown, width: 24 },
    { head: t('figures.who'), kind: 'text', value: (row) => row.value, width: 32 },
    { head: t('consultations.totals.count'), kind: 'number', value: (row) => (row.isWithheld ? null : row.count) },
    { head: t('figures.note'), kind: 'text', value: (row) => (row.isWithheld ? t('figures.withheld') : '') },
  ]
  return sheetOf(query.as === 'csv' ? 'csv' : 'xlsx', {
    fileName: `consultations-${filter.from.slice(0, 7)}-${filter.to.slice(0, 7)}`,
    title: t('consultations.totals.title'),
    columns,
    rows,
    rightToLeft: locale !== 'en',
  })
}
