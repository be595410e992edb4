import { getI18n } from '@/app/i18n'
import { Bdi, Code } from '@/components/ui/bdi'
import { DetailsList } from '@/components/ui/details-list'
import { Section } from '@/components/ui/section'
import type { ItemPage } from '@/lib/grants/committee/item-query'
import { criteria, mostPoints, resultOf, totalOf } from '@/lib/grants/committee/score'
import { pointsOf } from '../../tones'

/** What the members said, as far as this reader may see it, with mean and spread. */
export async function ResultsSection({ page }: { page: ItemPage }) {
  const { t, format } = await getI18n()
  const { item, scores, declarations, progress, members } = page
  const result = resultOf(scores)
  const conflicts = declarations.filter((one) => one.hasConflict)
  return (
    <Section title={t('committee.item.results')}>
      <p className="mb-3 text-sm text-ink-soft">
        {t('committee.meeting.progress', {
          scored: progress?.scored ?? 0,
          conflicts: progress?.in_conflict ?? 0,
          members: members.length,
        })}
      </p>
      {!result ? (
        <p className="text-ink-soft">{t('committee.item.none')}</p>
      ) : (
        <>
          <DetailsList
            items={[
              {
                term: t('committee.item.mean'),
                value: t('committee.item.meanOf', { mean: pointsOf(result.meanHundredths), most: mostPoints }),
              },
              { term: t('committee.item.spread'), value: t('committee.item.spreadOf', { spread: result.spread }) },
              ...(item.outcome
                ? [
                    {
                      term: t('committee.item.outcome'),
                      value: t('committee.item.recorded', {
                        outcome: t(`committee.outcome.${item.outcome}`),
                        name: item.recordedBy ?? '–',
                      }),
                    },
                    { term: t('committee.item.outcomeReason'), value: <Bdi>{item.reason}</Bdi> },
                  ]
                : []),
            ]}
          />
          <ul className="mt-4 divide-y divide-line">
            {scores.map((score) => (
              <li key={score.userId} className="py-3">
                <p className="flex flex-wrap justify-between gap-2 font-medium">
                  <Bdi>{score.name}</Bdi>
                  <Code>{format.number(totalOf(score))}</Code>
                </p>
                <ul className="flex flex-wrap gap-x-4 text-sm text-ink-soft">
                  {criteria.map((one) => (
                    <li key={one}>
                      {t(`committee.criteria.${one}`)}: {format.number(score[one])}
                    </li>
                  ))}
                </ul>
                {score.remark && (
                  <p dir="auto" className="mt-1 whitespace-pre-line">
                    {score.remark}
                  </p>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      {conflicts.map((one) => (
        <p key={one.userId} className="mt-3 text-sm text-ink-soft">
          {t('committee.item.inConflict', { name: one.name, reason: one.reason })}
        </p>
      ))}
    </Section>
  )
}
