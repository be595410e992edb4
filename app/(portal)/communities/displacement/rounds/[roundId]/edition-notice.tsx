import Link from 'next/link'
import { getI18n } from '@/app/i18n'
import { Notice } from '@/components/ui/notice'
import type { RoundPage } from '@/lib/communities/displacement/round-queries'
import { base } from '../../filters'

/** How this edition of a round stands to the others. */
export async function EditionNotice({ round }: { round: RoundPage['round'] }) {
  const { t } = await getI18n()
  const { status, correctsId, correctedById } = round
  const isUnderWay = status !== 'published' && status !== 'superseded' && status !== 'discarded'
  const said =
    status === 'superseded'
      ? { text: t('displacement.round.supersededBy'), link: t('displacement.round.openNewer'), to: correctedById }
      : status === 'published' && correctedById
        ? {
            text: t('displacement.round.underCorrection'),
            link: t('displacement.round.openCorrection'),
            to: correctedById,
          }
        : isUnderWay && correctsId
          ? { text: t('displacement.round.corrects'), link: t('displacement.round.openCorrected'), to: correctsId }
          : null
  if (!said) return null
  return (
    <div className="mb-6">
      <Notice tone={status === 'superseded' ? 'warning' : 'info'}>
        <p>{said.text}</p>
        {said.to && (
          <Link
            href={`${base}/rounds/${said.to}`}
            prefetch={false}
            className="touch-target inline-flex items-center text-action underline"
          >
            {said.link}
          </Link>
        )}
      </Notice>
    </div>
  )
}
