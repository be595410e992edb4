import Link from 'next/link'
import { getI18n } from '@/app/i18n'
import { StatusBadge } from '@/components/case/status-badge'
import { LinkButton } from '@/components/ui/link-button'
import { Section } from '@/components/ui/section'
import type { ForumPage } from '@/lib/forums/queries'

/** The security safety plans of a forum, the latest first. */
export async function SafetyPlansSection({ page, canKeep }: { page: ForumPage; canKeep: boolean }) {
  const { t, format } = await getI18n()
  const { forum, plans } = page
  return (
    <Section
      id="safety-plans"
      title={t('safetyPlans.plural')}
      action={
        canKeep && (
          <LinkButton href={`/forums/${forum.id}/safety-plans/new`} variant="secondary" size="sm">
            {t('safetyPlans.new')}
          </LinkButton>
        )
      }
    >
      {plans.length === 0 && <p className="text-ink-soft">{t('safetyPlans.none')}</p>}
      <ul className="divide-y divide-line">
        {plans.map((plan) => (
          <li key={plan.id} className="py-3 first:pt-0 last:pb-0">
            <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
              <Link
                href={`/forums/${forum.id}/safety-plans/${plan.id}`}
                prefetch={false}
                className="touch-target font-medium text-action underline"
              >
                {format.shortDate(plan.startsOn)} – {format.shortDate(plan.endsOn)}
              </Link>
              <StatusBadge
                status={
                  plan.adoptedOn
                    ? { label: t('safetyPlans.status.adopted'), tone: 'good' }
                    : { label: t('safetyPlans.status.draft'), tone: 'info' }
                }
              />
            </div>
            <p className="mt-1 text-sm text-ink-soft">
              {t('safetyPlans.count', { count: plan.measures })}
              {plan.adoptedOn && plan.late > 0 && ` · ${t('safetyPlans.late', { count: plan.late })}`}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  )
}
