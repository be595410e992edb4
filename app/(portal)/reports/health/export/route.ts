import { getI18n } from '@/app/i18n'
import { pdfHeaders } from '@/app/pdf-response'
import { sheetOf } from '@/app/sheet-response'
import { may } from '@/lib/auth/roles'
import { getActor } from '@/lib/auth/session'
import { besideOf, isWithheld, type Measure, measures, type ShownRow } from '@/lib/referrals/figures/measures'
import { getHealthFigures } from '@/lib/referrals/figures/queries'
import type { SheetColumn } from '@/lib/sheets/cells'
import { readPeriod } from '../../period'
import { groupName } from '../words'

type Row = { row: ShownRow; by: string; group: string }

/** The figures of the page as XLSX or CSV, with the same groups withheld. */
export async function GET(request: Request) {
  const [actor, { t, locale }] = await Promise.all([getActor(), getI18n()])
  if (!actor || !may(actor, 'figures.read') || !actor.programmes.includes('health'))
    return new Response(null, { status: 404, headers: pdfHeaders })
  const query = Object.fromEntries(new URL(request.url).searchParams)
  const period = readPeriod(query)
  const { rows, names } = await getHealthFigures(actor, period)
  const plain = (text: string) => text.replace(/[\u2066-\u2069]/g, '')
  const beside = (head: string, measure: Measure): SheetColumn<Row> => ({
    head,
    kind: 'number',
    value: ({ row }) => {
      const found = besideOf(row, measure)
      return found && ('hours' in found ? found.hours : Math.round(found.share * 100))
    },
  })
  const columns: SheetColumn<Row>[] = [
    { head: t('figures.breakdown'), kind: 'text', value: ({ by }) => by, width: 28 },
    { head: t('healthFigures.who'), kind: 'text', value: ({ group }) => group, width: 36 },
    ...measures.map(
      (measure): SheetColumn<Row> => ({
        head: t(`healthFigures.measure.${measure}`),
        kind: 'number',
        value: ({ row }) => (isWithheld(row, measure) ? null : row[measure]),
      }),
    ),
    beside(t('healthFigures.hoursToAccept'), 'accepted'),
    beside(t('healthFigures.hoursToAttend'), 'attended'),
    beside(`${t('healthFigures.shareKnown')} (%)`, 'known'),
    beside(`${t('healthFigures.shareMissed')} (%)`, 'missed'),
  ]
  return sheetOf(query.kind === 'csv' ? 'csv' : 'xlsx', {
    fileName: `referrals-${period.from}-${period.to}`,
    title: t('healthFigures.title'),
    columns,
    rows: rows.map((row) => ({
      row,
      by: row.dimension === 'all' ? t('healthFigures.all') : t(`healthFigures.by.${row.dimension}`),
      group: plain(groupName(t, locale, names, row.dimension, row.value)),
    })),
    rightToLeft: locale !== 'en',
  })
}
