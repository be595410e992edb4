import { getI18n } from '@/app/i18n'
import { Section } from '@/components/ui/section'
import { isWithheld, type Measure, type Money, type ShownRow } from '@/lib/grants/figures/measures'
import type { FigureFilters } from '@/lib/grants/figures/queries'
import { NumberLink } from './number-link'

/** Money in each currency that there is, never added up. */
export async function MoneyText({ money }: { money: Money }) {
  const { format } = await getI18n()
  const parts = (['IQD', 'USD'] as const).filter((currency) => money[currency] !== 0)
  if (parts.length === 0) return '0'
  return parts.map((currency) => (
    <bdi key={currency} dir="ltr" className="block whitespace-nowrap">
      {format.money(money[currency], currency)}
    </bdi>
  ))
}

/** Amounts are long: on a phone each has a row of its own. */
const moneyMeasures: readonly Measure[] = ['committed', 'released', 'spent']

/** The figures of everything that is counted. */
export async function Totals({ row, filters }: { row: ShownRow; filters: FigureFilters }) {
  const { t, format } = await getI18n()
  const jobs = ({ women, men }: { women: number; men: number }) => women + men
  const tiles: { measure: Measure; isEmpty: boolean; value: React.ReactNode; note?: string }[] = [
    { measure: 'applications', isEmpty: row.applications === 0, value: format.number(row.applications) },
    { measure: 'approvals', isEmpty: row.approvals === 0, value: format.number(row.approvals) },
    ...(['committed', 'released', 'spent'] as const).map((measure) => ({
      measure,
      isEmpty: row[measure].IQD === 0 && row[measure].USD === 0,
      value: <MoneyText money={row[measure]} />,
    })),
    ...([3, 6, 12] as const).map((month) => ({
      measure: `operating_${month}` as const,
      isEmpty: row.operating[month] === 0,
      value: format.number(row.operating[month]),
      note: t('figures.ofVisited', { visited: row.visited[month] }),
    })),
    {
      measure: 'jobs_planned',
      isEmpty: jobs(row.jobsPlanned) === 0,
      value: format.number(jobs(row.jobsPlanned)),
      note: t('figures.womenMen', row.jobsPlanned),
    },
    {
      measure: 'jobs_actual',
      isEmpty: jobs(row.jobsActual) === 0,
      value: format.number(jobs(row.jobsActual)),
      note: t('figures.womenMen', row.jobsActual),
    },
  ]
  return (
    <Section title={t('figures.all')}>
      <dl className="grid grid-cols-2 gap-x-6 gap-y-5 lg:grid-cols-5">
        {tiles.map((tile) => (
          <div key={tile.measure} className={moneyMeasures.includes(tile.measure) ? 'max-sm:col-span-2' : ''}>
            <dt className="text-sm text-ink-soft">{t(`figures.measure.${tile.measure}`)}</dt>
            <dd className="text-lg font-semibold">
              {isWithheld(row, tile.measure) ? (
                <span className="text-ink-soft">{t('figures.withheld')}</span>
              ) : (
                <NumberLink measure={tile.measure} filters={filters} isEmpty={tile.isEmpty}>
                  <span>{tile.value}</span>
                </NumberLink>
              )}
              {tile.note && !isWithheld(row, tile.measure) && (
                <span className="block text-sm font-normal text-ink-soft">{tile.note}</span>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  )
}
