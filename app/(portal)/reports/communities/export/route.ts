import { getI18n } from '@/app/i18n'
import { pdfHeaders } from '@/app/pdf-response'
import { sheetOf } from '@/app/sheet-response'
import { may } from '@/lib/auth/roles'
import { getActor } from '@/lib/auth/session'
import { type FigureRow, getCommunityFigures, tables } from '@/lib/communities/figures/queries'
import { minorUnits } from '@/lib/format'
import type { SheetColumn } from '@/lib/sheets/cells'
import { dimensionName, groupName, measureName } from '../words'

type Row = { row: FigureRow; measure: string; value: number }

/** The figures of the page as XLSX or CSV, a number a line. */
export async function GET(request: Request) {
  const [actor, { t, locale }] = await Promise.all([getActor(), getI18n()])
  if (!actor || !may(actor, 'figures.read') || !may(actor, 'communities.read'))
    return new Response(null, { status: 404, headers: pdfHeaders })
  const { rows, names } = await getCommunityFigures(actor)
  const columns: SheetColumn<Row>[] = [
    {
      head: t('forumFigures.what'),
      kind: 'text',
      value: ({ row }) => t(`communityFigures.table.${row.table}`),
      width: 24,
    },
    { head: t('figures.breakdown'), kind: 'text', value: ({ row }) => dimensionName(t, row.dimension), width: 24 },
    { head: t('healthFigures.who'), kind: 'text', value: ({ row }) => groupName(t, locale, names, row), width: 36 },
    { head: t('forumFigures.counted'), kind: 'text', value: ({ measure }) => measure, width: 24 },
    { head: t('forumFigures.count'), kind: 'number', value: ({ value }) => value },
  ]
  const kind = new URL(request.url).searchParams.get('kind')
  return sheetOf(kind === 'csv' ? 'csv' : 'xlsx', {
    fileName: 'communities',
    title: t('communityFigures.title'),
    columns,
    rows: rows.flatMap((row) => [
      ...tables[row.table].measures.map((name) => ({
        row,
        measure: measureName(t, name),
        value: row.counts[name] ?? 0,
      })),
      ...row.values.map(({ currency, minor }) => ({
        row,
        measure: `${t('communityFigures.value')} ${currency}`,
        value: minor / minorUnits[currency],
      })),
    ]),
    rightToLeft: locale !== 'en',
  })
}
