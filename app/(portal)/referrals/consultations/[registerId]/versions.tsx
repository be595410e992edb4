import Link from 'next/link'
import { getI18n } from '@/app/i18n'
import { Badge } from '@/components/ui/badge'
import { Bdi } from '@/components/ui/bdi'
import { isolated } from '@/lib/i18n/isolated'
import type { RegisterVersion } from '@/lib/referrals/consultations/queries'

/** Every register of this facility and day, newest first: the one that counts, and those it took the place of. */
export async function Versions({ versions, current }: { versions: readonly RegisterVersion[]; current: string }) {
  const { t, format } = await getI18n()
  return (
    <ol className="space-y-4">
      {versions.map((version) => {
        const entered = t('consultations.versions.entered', {
          date: format.dateTime(new Date(version.entered_at)),
          count: version.row_count,
        })
        return (
          <li key={version.id} className="space-y-0.5">
            {version.withdrawn_at ? (
              <Badge tone="neutral">{t('consultations.versions.withdrawn')}</Badge>
            ) : (
              <Badge tone="good">{t('consultations.versions.counts')}</Badge>
            )}
            <p>
              {version.id === current ? (
                entered
              ) : (
                <Link
                  href={`/referrals/consultations/${version.id}`}
                  prefetch={false}
                  className="text-action underline"
                >
                  {entered}
                </Link>
              )}
            </p>
            <p className="text-sm text-ink-soft">
              <Bdi>{version.entered_by ?? '–'}</Bdi> · {t(`consultations.versions.source.${version.source}`)}
            </p>
            {version.withdrawn_at && (
              <p className="text-sm text-ink-soft">
                {t('consultations.versions.withdrawnBy', {
                  name: isolated(version.withdrawn_by ?? '–'),
                  date: format.dateTime(new Date(version.withdrawn_at)),
                })}
              </p>
            )}
          </li>
        )
      })}
    </ol>
  )
}
