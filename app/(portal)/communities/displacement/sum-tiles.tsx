import { getI18n } from '@/app/i18n'
import { noSum, type Sum } from '@/lib/communities/displacement/domain'

/** What a round adds up to; individuals that were counted and that were multiplied stand apart. */
export async function SumTiles({ sum = noSum }: { sum?: Sum | undefined }) {
  const { t, format } = await getI18n()
  return (
    <div>
      <dl className="grid grid-cols-2 gap-3 sm:gap-4 lg:grid-cols-4">
        {(['families', 'counted', 'multiplied', 'locations'] as const).map((what) => (
          <div key={what} className="flex flex-col-reverse justify-end rounded-lg border border-line bg-surface p-4">
            <dt className="text-sm text-ink-soft">{t(`displacement.figure.${what}`)}</dt>
            <dd className="text-2xl font-semibold tabular-nums">{format.number(sum[what])}</dd>
          </div>
        ))}
      </dl>
      {sum.multiplied > 0 && <p className="mt-2 text-sm text-ink-soft">{t('displacement.figure.multipliedHint')}</p>}
    </div>
  )
}
