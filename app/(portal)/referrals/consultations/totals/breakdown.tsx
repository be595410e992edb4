import { getI18n } from '@/app/i18n'
import { Section } from '@/components/ui/section'
import type { SumDimension } from '@/lib/referrals/consultations/domain'
import type { RegisterFilter } from '@/lib/referrals/consultations/register-ids'
import type { TotalRow } from '@/lib/referrals/consultations/totals'
import { NumberLink } from './number-link'

type Props = {
  dimension: SumDimension
  rows: readonly TotalRow[]
  nameOf: (value: string) => string
  behind: ((value: string) => RegisterFilter) | null
}

/** One breakdown: a row a value, a bar of its share of the largest, and the number, which opens its registers. */
export async function Breakdown({ dimension, rows, nameOf, behind }: Props) {
  const { t } = await getI18n()
  const most = Math.max(1, ...rows.filter((row) => !row.isWithheld).map((row) => row.count))
  const title = t(`consultations.totals.by.${dimension}`)
  return (
    <div className="mb-6 break-inside-avoid">
      <Section title={title}>
        <table className="w-full">
          <caption className="sr-only">{title}</caption>
          <thead className="sr-only">
            <tr>
              <th scope="col">{title}</th>
              <th scope="col">{t('consultations.totals.count')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.value} className="border-b border-line last:border-b-0">
                <th scope="row" className="py-1.5 pe-4 text-start font-normal">
                  <span className="block">{nameOf(row.value)}</span>
                  {!row.isWithheld && (
                    <svg
                      viewBox="0 0 100 4"
                      preserveAspectRatio="none"
                      className="flip-rtl mt-1 h-1.5 w-full"
                      aria-hidden="true"
                    >
                      <rect width="100" height="4" className="fill-sunken" />
                      <rect width={(row.count * 100) / most} height="4" className="fill-action" />
                    </svg>
                  )}
                </th>
                <td className="w-28 py-1.5 text-end align-top">
                  <NumberLink count={row.count} isWithheld={row.isWithheld} behind={behind?.(row.value) ?? null} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Section>
    </div>
  )
}
