import { getI18n } from '@/app/i18n'
import { Section } from '@/components/ui/section'
import { explainScore, mostScore, type Points } from '@/lib/communities/needs/score'

/** How the score comes about, line by line: points times weight, added up. */
export async function ScoreSection({ points }: { points: Points }) {
  const { t, format } = await getI18n()
  const score = explainScore(points)
  return (
    <Section title={t('communities.needs.score')}>
      {!score && <p className="text-ink-soft">{t('communities.needs.noScore')}</p>}
      {score && (
        <table className="w-full">
          <caption className="sr-only">{t('communities.needs.score')}</caption>
          <tbody>
            {score.lines.map((line) => (
              <tr key={line.criterion} className="border-b border-line">
                <th scope="row" className="py-2 text-start font-normal text-ink-soft">
                  {t(`communities.needs.criterion.${line.criterion}`)}
                </th>
                <td className="py-2 text-end tabular-nums">
                  <bdi dir="ltr">
                    {t('communities.needs.times', {
                      points: String(line.points),
                      weight: String(line.weight),
                      product: String(line.product),
                    })}
                  </bdi>
                </td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr className="font-semibold">
              <th scope="row" className="pt-2 text-start">
                {t('communities.needs.total')}
              </th>
              <td className="pt-2 text-end tabular-nums">
                {t('communities.needs.outOf', { score: format.number(score.total), most: format.number(mostScore) })}
              </td>
            </tr>
          </tfoot>
        </table>
      )}
    </Section>
  )
}
