import Link from 'next/link'
import { getI18n } from '@/app/i18n'
import { type Column, DataTable } from '@/components/ui/data-table'
import { Section } from '@/components/ui/section'
import { type Dimension, isWithheld, type Measure, measures, type ShownRow } from '@/lib/referrals/figures/measures'
import type { Period } from '@/lib/referrals/figures/queries'
import { healthHref } from './filters'

type Props = {
  title: string
  dimension: Dimension | null
  rows: ShownRow[]
  period: Period
  nameOf: (row: ShownRow) => string
}

/** One breakdown: counts that open their records, and the medians beside them. */
export async function HealthTable({ title, dimension, rows, period, nameOf }: Props) {
  const { t, format } = await getI18n()
  const count = (measure: Measure): Column<ShownRow> => ({
    key: measure,
    header: t(`healthFigures.measure.${measure}`),
    align: 'end',
    cell: (row) => {
      if (isWithheld(row, measure)) return <span className="text-ink-soft">{t('healthFigures.few')}</span>
      if (row[measure] === 0) return <span className="text-ink-soft tabular-nums">{format.number(0)}</span>
      const more = { measure, by: dimension, value: dimension ? row.value : null }
      return (
        <Link
          href={healthHref('/reports/health/records', period, more)}
          prefetch={false}
          className="touch-target inline-flex items-center text-action tabular-nums underline"
        >
          {format.number(row[measure])}
        </Link>
      )
    },
  })
  const share = (key: 'shareKnown' | 'shareMissed', of: Measure, all: Measure): Column<ShownRow> => ({
    key,
    header: t(`healthFigures.${key}`),
    align: 'end',
    cell: (row) =>
      isWithheld(row, of) || isWithheld(row, all) || row[all] === 0 ? '–' : format.percent(row[of] / row[all]),
  })
  const median = (key: 'hoursToAccept' | 'hoursToAttend', of: Measure): Column<ShownRow> => ({
    key,
    header: t(`healthFigures.${key}`),
    align: 'end',
    cell: (row) => (row[key] === null || isWithheld(row, of) ? '–' : format.number(row[key])),
  })
  const columns: Column<ShownRow>[] = [
    { key: 'who', header: t('healthFigures.who'), cell: (row) => nameOf(row) },
    ...measures.map(count),
    share('shareKnown', 'known', 'referrals'),
    share('shareMissed', 'missed', 'accepted'),
    median('hoursToAccept', 'accepted'),
    median('hoursToAttend', 'attended'),
  ]
  return (
    <Section title={title}>
      <DataTable caption={title} columns={columns} rows={rows} rowKey={(row) => row.value || 'all'} />
    </Section>
  )
}
