import { getI18n } from '@/app/i18n'
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
  const most = Math.max(1, ...months.map((row) => row.count))
  const [width, height] = [100 / Math.max(1, months.length), 30]
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
      <figure>
        <svg viewBox={`0 0 100 ${height}`} preserveAspectRatio="none" className="flip-rtl h-40 w-full">
          <title>{t('consultations.totals.chart')}</title>
          <rect y={height - 0.2} width="100" height="0.2" className="fill-line-strong" />
          {months.map(({ month, count, isWithheld }, at) => {
            const tall = isWithheld ? 0 : (count / most) * (height - 1)
            const said = `${format.month(month)}: ${isWithheld ? t('figures.withheld') : format.number(count)}`
            const bar = (
              <rect
                key={month}
                x={at * width + width * 0.1}
                y={height - tall}
                width={width * 0.8}
                height={tall}
                className="fill-action hover:fill-action-strong"
              >
                <title>{said}</title>
              </rect>
            )
            return behind && tall > 0 ? (
              <a key={month} href={registersHref(behind(month))} aria-label={said}>
                {bar}
              </a>
            ) : (
              bar
            )
          })}
        </svg>
        {first && last && (
          <figcaption className="flex justify-between gap-4 text-sm text-ink-soft">
            <span>{format.month(first.month)}</span>
            {last !== first && <span>{format.month(last.month)}</span>}
          </figcaption>
        )}
      </figure>
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
