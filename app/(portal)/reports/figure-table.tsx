import { getI18n } from '@/app/i18n'
import { isPhone } from '@/app/phone'
import { type Column, DataTable } from '@/components/ui/data-table'
import { Section } from '@/components/ui/section'
import { type Dimension, isWithheld, type Measure, type ShownRow } from '@/lib/grants/figures/measures'
import type { FigureFilters } from '@/lib/grants/figures/queries'
import { BarName } from './bar-name'
import { NumberLink } from './number-link'
import { MoneyText } from './totals'

type FigureTableProps = {
  title: string
  dimension: Dimension
  rows: readonly ShownRow[]
  filters: FigureFilters
  nameOf: (value: string) => string
}

type Line = { name: string; value: React.ReactNode }

/** Measures of one kind, one under the other: side by side eleven columns would run out of the page. */
function Lines({ lines }: { lines: readonly Line[] }) {
  return (
    <dl className="text-sm/6 md:min-w-40">
      {lines.map(({ name, value }) => (
        <div key={name} className="flex flex-wrap justify-between gap-x-3">
          <dt className="text-ink-soft">{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
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
  const money = (row: ShownRow, measure: 'committed' | 'released' | 'spent'): Line => ({
    name: t(`figures.measure.${measure}`),
    value: link(row, measure, row[measure].IQD === 0 && row[measure].USD === 0, <MoneyText money={row[measure]} />),
  })
  const jobs = (row: ShownRow, measure: 'jobs_planned' | 'jobs_actual', name: string): Line => {
    const { women, men } = measure === 'jobs_planned' ? row.jobsPlanned : row.jobsActual
    return { name, value: link(row, measure, women + men === 0, format.number(women + men)) }
  }
  const columns: Column<ShownRow>[] = [
    {
      key: 'value',
      header: t('figures.who'),
      cell: (row) => (
        <BarName
          name={nameOf(row.value)}
          value={row.withheld.length === 0 ? row.applications : null}
          part={row.approvals}
          most={most}
        />
      ),
    },
    count('applications', t('figures.measure.applications'), (row) => row.applications),
    count('approvals', t('figures.measure.approvals'), (row) => row.approvals),
    {
      key: 'money',
      header: t('figures.money'),
      cell: (row) => (
        <Lines lines={(['committed', 'released', 'spent'] as const).map((measure) => money(row, measure))} />
      ),
    },
    {
      key: 'operating',
      header: t('figures.operating'),
      cell: (row) => (
        <Lines
          lines={([3, 6, 12] as const).map((month) => ({
            name: t('figures.afterMonths', { month }),
            value: link(row, `operating_${month}`, row.operating[month] === 0, format.number(row.operating[month])),
          }))}
        />
      ),
    },
    {
      key: 'jobs',
      header: t('figures.jobs'),
      cell: (row) => (
        <Lines
          lines={[jobs(row, 'jobs_planned', t('figures.planned')), jobs(row, 'jobs_actual', t('figures.found'))]}
        />
      ),
    },
  ]
  return (
    <Section title={title} isFolded={await isPhone()}>
      <DataTable caption={title} columns={columns} rows={rows} rowKey={(row) => row.value} />
    </Section>
  )
}
