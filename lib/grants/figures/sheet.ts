import type { Translator } from '../../i18n/translator'
import type { SheetColumn } from '../../sheets/cells'
import { isWithheld, type Measure, type ShownRow } from './measures'

export type SheetRow = { row: ShownRow; dimension: string; value: string }

/** The columns of the figures as a sheet: the same numbers as on the page, a withheld group as "fewer than five". */
export function figureColumns(t: Translator): SheetColumn<SheetRow>[] {
  const count = (measure: Measure, head: string, of: (row: ShownRow) => number): SheetColumn<SheetRow> => ({
    head,
    kind: 'number',
    value: ({ row }) => (isWithheld(row, measure) ? null : of(row)),
  })
  const money = (measure: 'committed' | 'released' | 'spent'): SheetColumn<SheetRow>[] =>
    (['IQD', 'USD'] as const).map((currency) => ({
      head: `${t(`figures.measure.${measure}`)} (${currency})`,
      kind: 'money',
      value: ({ row }) => (isWithheld(row, measure) ? null : { minor: row[measure][currency], currency }),
    }))
  return [
    { head: t('figures.breakdown'), kind: 'text', value: ({ dimension }) => dimension, width: 24 },
    { head: t('figures.who'), kind: 'text', value: ({ value }) => value, width: 28 },
    {
      head: t('figures.note'),
      kind: 'text',
      value: ({ row }) => (row.withheld.length > 0 ? t('figures.withheld') : ''),
    },
    count('applications', t('figures.measure.applications'), (row) => row.applications),
    count('approvals', t('figures.measure.approvals'), (row) => row.approvals),
    ...money('committed'),
    ...money('released'),
    ...money('spent'),
    ...([3, 6, 12] as const).flatMap((month) => [
      count(`operating_${month}`, t('figures.visitedShort', { month }), (row) => row.visited[month]),
      count(`operating_${month}`, t('figures.operatingShort', { month }), (row) => row.operating[month]),
    ]),
    count('jobs_planned', t('figures.jobsWomen'), (row) => row.jobsPlanned.women),
    count('jobs_planned', t('figures.jobsMen'), (row) => row.jobsPlanned.men),
    count('jobs_actual', t('figures.jobsActualWomen'), (row) => row.jobsActual.women),
    count('jobs_actual', t('figures.jobsActualMen'), (row) => row.jobsActual.men),
  ]
}
