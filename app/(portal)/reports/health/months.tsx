import { getI18n } from '@/app/i18n'
import { BarChart } from '@/components/ui/bar-chart'
import { isWithheld, monthsOf, type ShownRow } from '@/lib/referrals/figures/measures'
import type { Period } from '@/lib/referrals/figures/queries'
import { periodHref } from '../period'

/** Referrals sent month by month, as bars that open their records. */
export async function Months({ rows, period }: { rows: readonly ShownRow[]; period: Period }) {
  const { t, format } = await getI18n()
  const nameOf = (month: string) => format.month(`${month}-01`)
  const months = monthsOf(rows)
  const [first, last] = [months[0], months.at(-1)]
  return (
    <BarChart
      title={t('healthFigures.chart')}
      bars={months.map(({ month, row }) => {
        const isHidden = row !== null && isWithheld(row, 'referrals')
        const count = row?.referrals ?? 0
        return {
          key: month,
          said: `${nameOf(month)}: ${isHidden ? t('healthFigures.few') : format.number(count)}`,
          value: isHidden ? 0 : count,
          href: periodHref('/reports/health/records', period, { by: 'month', value: month }),
        }
      })}
      ends={first && last ? [nameOf(first.month), nameOf(last.month)] : null}
    />
  )
}
