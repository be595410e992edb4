import { getI18n } from '@/app/i18n'
import { type Column, DataTable } from '@/components/ui/data-table'
import { Section } from '@/components/ui/section'
import { type Dimension, isWithheld, type Measure, type ShownRow } from '@/lib/grants/figures/measures'
import type { FigureFilters } from '@/lib/grants/figures/queries'
import { NumberLink } from './number-link'
import { MoneyText } from './totals'

type FigureTableProps = {
  title: string
  dimension: Dimension
  rows: readonly ShownRow[]
  filters: FigureFilters
  nameOf: (value: string) => string
}

/** One breakdown: a row a value, drawn as bars of applications with the approved part darker, and the numbers beside. */
export async function FigureTable({ title, dimension, rows, filters, nameOf }: FigureTableProps) {
  const { t, format } = await getI18n()
  const most = Math.max(1, ...rows.map((row) => row.applications))
  const link = (row: ShownRow, measure: Measure, isEmpty: boolean, children: React.ReactNode) =>
    isWithheld(row, measure) ? (
      <span className="text-ink-soft">{t('figures.withheld')}</span>
    ) : (
      <NumberLink measure={measure} filters={filters} dimension={dimension} value={row.value} isEmpty={isEmpty}>
        <span>{children}</span>
      </NumberLink>
    )
  const count = (measure: Measure, header: string, of: (row: ShownRow) => number): Column<ShownRow> => ({
    key: measure,
    header,
    align: 'end',
    cell: (row) => link(row, measure, of(row) === 0, format.number(of(row))),
  })
  const money = (measure: 'committed' | 'released' | 'spent'): Column<ShownRow> => ({
    key: measure,
    header: t(`figures.measure.${measure}`),
    align: 'end',
    cell: (row) =>
      link(row, measure, row[measure].IQD === 0 && row[measure].USD === 0, <MoneyText money={row[measure]} />),
  })
  const columns: Column<ShownRow>[] = [
    {
      key: 'value',
      header: t('figures.who'),
      cell: (row) => (
        <div className="md:min-w-36">
          <span>{nameOf(row.value)}</span>
          {row.withheld.length === 0 && (
            <svg
              viewBox="0 0 100 4"
              preserveAspectRatio="none"
              className="mt-1 h-1.5 w-full rtl:-scale-x-100"
              aria-hidden="true"
            >
              <rect width={(row.applications * 100) / most} height="4" className="fill-action-soft" />
              <rect width={(row.approvals * 100) / most} height="4" className="fill-action" />
            </svg>
          )}
        </div>
      ),
    },
    count('applications', t('figures.measure.applications'), (row) => row.applications),
    count('approvals', t('figures.measure.approvals'), (row) => row.approvals),
    money('committed'),
    money('released'),
    money('spent'),
    ...([3, 6, 12] as const).map((month) =>
      count(`operating_${month}`, t('figures.operatingShort', { month }), (row) => row.operating[month]),
    ),
    count('jobs_planned', t('figures.jobsShort'), (row) => row.jobsPlanned.women + row.jobsPlanned.men),
    count('jobs_actual', t('figures.jobsActualShort'), (row) => row.jobsActual.women + row.jobsActual.men),
  ]
  return (
    <Section title={title}>
      <DataTable caption={title} columns={columns} rows={rows} rowKey={(row) => row.value} />
    </Section>
  )
}
