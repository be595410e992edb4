import { getI18n } from '@/app/i18n'
import { ageBand, ageBands, displacementStatuses, sexes } from '@/lib/people/domain'
import { type Category, disabilityAnswers, visitKinds } from '@/lib/referrals/consultations/domain'
import type { Line } from '@/lib/referrals/consultations/lines'
import { wordsOf } from '../words'

/** What the lines of a day come to, one thing at a time. */
export async function Sums({ lines, categories }: { lines: readonly Line[]; categories: readonly Category[] }) {
  const { t, locale, format } = await getI18n()
  const words = wordsOf(t, locale, categories)
  const count = (fits: (line: Line) => boolean) => lines.filter(fits).length
  const parts = [
    {
      key: 'sex' as const,
      values: sexes.map((one) => ({ name: words.sex[one], count: count((line) => line.sex === one) })),
    },
    {
      key: 'age' as const,
      values: ageBands.map((one) => ({ name: one, count: count((line) => ageBand(line.age) === one) })),
    },
    {
      key: 'displacement' as const,
      values: displacementStatuses.map((one) => ({
        name: words.displacement[one],
        count: count((line) => line.displacement === one),
      })),
    },
    {
      key: 'disability' as const,
      values: disabilityAnswers.map((one) => ({
        name: words.disability[one],
        count: count((line) => line.disability === one),
      })),
    },
    {
      key: 'visit' as const,
      values: visitKinds.map((one) => ({ name: words.visit[one], count: count((line) => line.visit === one) })),
    },
    {
      key: 'category' as const,
      values: categories.map((one) => ({
        name: words.category[one.code],
        count: count((line) => line.category === one.code),
      })),
    },
  ]
  return (
    <div className="grid gap-x-8 gap-y-4 sm:grid-cols-2">
      {parts.map(({ key, values }) => (
        <section key={key} aria-label={t(`consultations.column.${key}`)}>
          <h3 className="text-sm font-semibold text-ink-soft">{t(`consultations.column.${key}`)}</h3>
          <dl>
            {values
              .filter((one) => one.count > 0)
              .map((one) => (
                <div key={one.name} className="flex justify-between gap-4">
                  <dt>
                    <bdi>{one.name}</bdi>
                  </dt>
                  <dd className="tabular-nums">{format.number(one.count)}</dd>
                </div>
              ))}
          </dl>
        </section>
      ))}
    </div>
  )
}
