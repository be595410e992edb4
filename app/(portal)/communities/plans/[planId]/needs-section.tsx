import Link from 'next/link'
import { getI18n } from '@/app/i18n'
import { StatusBadge } from '@/components/case/status-badge'
import { PlainForm } from '@/components/form/plain-form'
import { RowCell } from '@/components/form/row-cell'
import { Bdi } from '@/components/ui/bdi'
import { Disclosure } from '@/components/ui/disclosure'
import { LinkButton } from '@/components/ui/link-button'
import { Section } from '@/components/ui/section'
import { mostScore } from '@/lib/communities/needs/score'
import { toneOf } from '@/lib/communities/needs/tones'
import type { NeedRow, PlanPage } from '@/lib/communities/plans/queries'
import { inLocale } from '@/lib/i18n/in-locale'
import { rankNeeds } from '../actions'

/** The needs of a plan in the order that counts, how far each is, and while it is drafted their order to be changed. */
export async function NeedsSection({ page, canRank }: { page: PlanPage; canRank: boolean }) {
  const { t, locale, format } = await getI18n()
  const { plan, needs } = page
  const name = (need: NeedRow) => inLocale(locale, { en: need.titleEn, ar: need.titleAr })
  const about = (need: NeedRow) =>
    [
      t(`communities.sector.${need.sector}`),
      need.peopleAffected !== null && t('communities.needs.affects', { count: need.peopleAffected }),
      plan.ranking === 'scored' &&
        (need.score === null
          ? t('communities.needs.noScore')
          : t('communities.needs.scoreOf', { score: String(need.score), most: String(mostScore) })),
      need.projects > 0 && t('communities.needs.projectCount', { count: need.projects }),
    ]
      .filter(Boolean)
      .join(' · ')
  return (
    <Section
      id="needs"
      title={t('communities.needs.title')}
      action={
        canRank && (
          <LinkButton href={`/communities/plans/${plan.id}/needs/new`} variant="secondary" size="sm">
            {t('communities.needs.new')}
          </LinkButton>
        )
      }
    >
      <p className="mb-3 text-ink-soft">{t(`communities.plans.rankingHint.${plan.ranking}`)}</p>
      {needs.length === 0 && <p className="text-ink-soft">{t('communities.needs.none')}</p>}
      <ol className="divide-y divide-line">
        {needs.map((need, index) => (
          <li key={need.id} className="flex gap-3 py-3 first:pt-0 last:pb-0">
            <span className="w-7 shrink-0 text-end font-semibold tabular-nums text-ink-soft">
              {format.number(index + 1)}
            </span>
            <div className="min-w-0 flex-1">
              <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
                <Link
                  href={`/communities/needs/${need.id}`}
                  prefetch={false}
                  className="touch-target min-w-0 font-medium text-action underline"
                >
                  <Bdi>{name(need)}</Bdi>
                </Link>
                <StatusBadge
                  status={{ label: t(`communities.needs.status.${need.status}`), tone: toneOf[need.status] }}
                />
              </div>
              <p className="mt-1 text-sm text-ink-soft">{about(need)}</p>
              {need.outcome && (
                <p dir="auto" className="mt-1 text-sm">
                  {need.outcome}
                </p>
              )}
            </div>
          </li>
        ))}
      </ol>
      {canRank && needs.length > 1 && (
        <div className="mt-4">
          <Disclosure label={t('communities.needs.rankTitle')}>
            <PlainForm
              action={rankNeeds}
              hidden={{ planId: plan.id, version: plan.version }}
              submit={t('communities.needs.rank')}
              label={t('communities.needs.rankTitle')}
              variant="secondary"
              className="space-y-3"
            >
              <p className="text-ink-soft">{t('communities.needs.rankHint')}</p>
              {needs
                .toSorted((a, b) => a.rank - b.rank)
                .map((need, index) => (
                  <div key={need.id} className="grid max-w-xl grid-cols-[5rem_1fr] items-center gap-3">
                    <input type="hidden" name={`ranks.${index}.needId`} value={need.id} />
                    <RowCell
                      isFirst={false}
                      name={`ranks.${index}.rank`}
                      label={t('communities.needs.rankOf', { need: name(need) })}
                      kind="number"
                      value={need.rank}
                    />
                    <Bdi>{name(need)}</Bdi>
                  </div>
                ))}
            </PlainForm>
          </Disclosure>
        </div>
      )}
    </Section>
  )
}
