import Link from 'next/link'
import { getI18n } from '@/app/i18n'
import { BarTrend } from '@/components/ui/bar-trend'
import { type Column, DataTable } from '@/components/ui/data-table'
import { Disclosure } from '@/components/ui/disclosure'
import { Section } from '@/components/ui/section'
import { type Population, populations } from '@/lib/communities/displacement/domain'
import type { TrendPoint } from '@/lib/communities/displacement/trend-query'
import { base } from './filters'
import { numberOr, roundName } from './round-words'

/** What was counted round by round: a chart for displaced people and one for returnees, and the table behind both. */
export async function TrendSection({ title, trend }: { title: string; trend: readonly TrendPoint[] }) {
  const { t, format } = await getI18n()
  if (trend.length === 0)
    return (
      <Section title={title}>
        <p className="text-ink-soft">{t('displacement.overview.noTrend')}</p>
      </Section>
    )
  const column = (
    key: string,
    header: string,
    value: (point: TrendPoint) => number | undefined,
  ): Column<TrendPoint> => ({
    key,
    header,
    align: 'end',
    cell: (point) => numberOr(format, value(point)),
  })
  const of = (population: Population): Column<TrendPoint>[] => {
    const who = t(`displacement.population.${population}`)
    return (['families', 'counted', 'multiplied'] as const).map((what) =>
      column(
        `${population}-${what}`,
        `${who} · ${t(`displacement.figure.${what}`)}`,
        (point) => point.sums[population]?.[what],
      ),
    )
  }
  const columns: Column<TrendPoint>[] = [
    {
      key: 'round',
      header: t('displacement.overview.round'),
      cell: (point) => roundName(t, point),
    },
    { key: 'day', header: t('displacement.overview.day'), cell: (point) => format.shortDate(point.countedOn) },
    ...populations.flatMap(of),
  ]
  return (
    <Section title={title}>
      <div className="grid gap-x-8 gap-y-6 md:grid-cols-2">
        {populations.map((population) => (
          <Chart key={population} population={population} trend={trend} />
        ))}
      </div>
      <div className="mt-6">
        <Disclosure label={t('displacement.overview.trendTable')}>
          <DataTable
            caption={title}
            columns={columns}
            rows={[...trend].reverse()}
            rowKey={(point) => point.roundId}
            rowHref={(point) => `${base}/rounds/${point.roundId}`}
          />
        </Disclosure>
      </div>
    </Section>
  )
}

async function Chart({ population, trend }: { population: Population; trend: readonly TrendPoint[] }) {
  const { t, format } = await getI18n()
  const points = trend.filter((point) => point.sums[population])
  const who = t(`displacement.population.${population}`)
  const [first, last] = [points[0], points.at(-1)]
  if (!first || !last)
    return (
      <div>
        <h3 className="font-semibold">{who}</h3>
        <p className="mt-2 text-ink-soft">{t('displacement.overview.noTrend')}</p>
      </div>
    )
  const latest = last.sums[population]?.families ?? 0
  return (
    <div>
      <h3 className="mb-2 flex flex-wrap items-baseline justify-between gap-x-4">
        <span className="font-semibold">{who}</span>
        <Link
          href={`${base}/rounds/${last.roundId}`}
          prefetch={false}
          className="touch-link text-action tabular-nums underline"
        >
          {t('displacement.overview.placeLabel', { name: format.shortDate(last.countedOn), count: latest })}
        </Link>
      </h3>
      <BarTrend
        title={t('displacement.overview.trendOf', { population: who })}
        bars={points.map((point) => ({
          key: point.roundId,
          value: point.sums[population]?.families ?? 0,
          label: t('displacement.overview.placeLabel', {
            name: format.shortDate(point.countedOn),
            count: point.sums[population]?.families ?? 0,
          }),
          href: `${base}/rounds/${point.roundId}`,
        }))}
        from={format.shortDate(first.countedOn)}
        to={format.shortDate(last.countedOn)}
      />
    </div>
  )
}
