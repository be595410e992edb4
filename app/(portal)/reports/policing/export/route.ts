import { getI18n } from '@/app/i18n'
import { pdfHeaders } from '@/app/pdf-response'
import { sheetOf } from '@/app/sheet-response'
import { may } from '@/lib/auth/roles'
import { getActor } from '@/lib/auth/session'
import { isWithheld, type ShownRow, tables } from '@/lib/forums/figures/measures'
import { getForumFigures } from '@/lib/forums/figures/queries'
import type { SheetColumn } from '@/lib/sheets/cells'
import { readPeriod } from '../../period'
import { dimensionName, groupName, measureName } from '../words'

type Row = { row: ShownRow; measure: string }

/** The figures of the page as XLSX or CSV, a count a line, with the same groups withheld. */
export async function GET(request: Request) {
  const [actor, { t, locale }] = await Promise.all([getActor(), getI18n()])
  if (!actor || !may(actor, 'figures.read') || !actor.programmes.includes('policing'))
    return new Response(null, { status: 404, headers: pdfHeaders })
  const query = Object.fromEntries(new URL(request.url).searchParams)
  const period = readPeriod(query)
  const { rows, names } = await getForumFigures(actor, period)
  const plain = (text: string) => text.replace(/[\u2066-\u2069]/g, '')
  const columns: SheetColumn<Row>[] = [
    { head: t('forumFigures.what'), kind: 'text', value: ({ row }) => t(`forumFigures.table.${row.table}`), width: 28 },
    { head: t('figures.breakdown'), kind: 'text', value: ({ row }) => dimensionName(t, row.dimension), width: 24 },
    {
      head: t('healthFigures.who'),
      kind: 'text',
      value: ({ row }) => plain(groupName(t, locale, names, row.dimension, row.value)),
      width: 36,
    },
    { head: t('forumFigures.counted'), kind: 'text', value: ({ row, measure }) => measureName(t, row.table, measure) },
    {
      head: t('forumFigures.count'),
      kind: 'number',
      value: ({ row, measure }) => (isWithheld(row, measure) ? null : (row.counts[measure] ?? 0)),
    },
  ]
  return sheetOf(query.kind === 'csv' ? 'csv' : 'xlsx', {
    fileName: `forums-${period.from}-${period.to}`,
    title: t('forumFigures.title'),
    columns,
    rows: rows.flatMap((row) => tables[row.table].measures.map((measure) => ({ row, measure }))),
    rightToLeft: locale !== 'en',
  })
}
