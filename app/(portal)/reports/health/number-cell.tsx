import Link from 'next/link'
import { getI18n } from '@/app/i18n'
import { besideOf, type Dimension, isWithheld, type Measure, type ShownRow } from '@/lib/referrals/figures/measures'
import type { Period } from '@/lib/referrals/figures/queries'
import { periodHref } from '../period'

type Props = { row: ShownRow; measure: Measure; dimension: Dimension | null; period: Period }

/** A count that opens its records, and beside it how long it took or which share it is. */
export async function NumberCell({ row, measure, dimension, period }: Props) {
  const { t, format } = await getI18n()
  if (isWithheld(row, measure)) return <span className="text-ink-soft">{t('healthFigures.few')}</span>
  if (row[measure] === 0) return <span className="text-ink-soft tabular-nums">{format.number(0)}</span>
  const more = { measure, by: dimension, value: dimension ? row.value : null }
  const beside = besideOf(row, measure)
  return (
    <>
      <Link
        href={periodHref('/reports/health/records', period, more)}
        prefetch={false}
        className="touch-target inline-flex items-center text-action tabular-nums underline"
      >
        {format.number(row[measure])}
      </Link>
      {beside && (
        <span className="ms-2 text-sm font-normal whitespace-nowrap text-ink-soft tabular-nums md:ms-0 md:block">
          {'hours' in beside
            ? t('healthFigures.afterHours', { hours: format.number(beside.hours) })
            : format.percent(beside.share)}
        </span>
      )}
    </>
  )
}
