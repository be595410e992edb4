import { getI18n } from '@/app/i18n'
import { BarChart } from '@/components/ui/bar-chart'
import { type Column, DataTable } from '@/components/ui/data-table'
import { Disclosure } from '@/components/ui/disclosure'
import type { RegisterFilter } from '@/lib/referrals/consultations/register-ids'
import type { MonthRow } from '@/lib/referrals/consultations/totals'
import { registersHref } from '../filters'
import { NumberLink } from './number-link'

type Props = { months: readonly MonthRow[]; behind: ((month: string) => RegisterFilter) | null }

/** Consultations month by month, as bars that open their registers, with the table behind. */
export async function MonthChart({ months, behind }: Props) {
  const { t, format } = await getI18n()
  const columns: Column<MonthRow>[] = [
    { key: 'month', header: t('consultations.totals.month'), cell: (row) => format.month(row.month) },
    {
      key: 'count',
      header: t('consultations.totals.count'),
      align: 'end',
      cell: ({ month, count, isWithheld }) => (
        <NumberLink count={count} isWithheld={isWithheld} behind={behind?.(month) ?? null} />
      ),
    },
  ]
  const [first, last] = [months[0], months.at(-1)]
  return (
    <div className="space-y-4">
      <BarChart
        title={t('consultations.totals.chart')}
        bars={months.map(({ month, count, isWithheld }) => ({
          key: month,
          said: `${format.month(month)}: ${isWithheld ? t('figures.withheld') : format.number(count)}`,
          value: isWithheld ? 0 : count,
          href: behind ? registersHref(behind(month)) : undefined,
        }))}
        ends={first && last ? [format.month(first.month), format.month(last.month)] : null}
      />
      <Disclosure label={t('consultations.totals.table')}>
        <DataTable
          caption={t('consultations.totals.byMonth')}
          columns={columns}
          rows={[...months].reverse()}
          rowKey={(row) => row.month}
        />
      </Disclosure>
    </div>
  )
}
