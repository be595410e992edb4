import { getI18n } from '@/app/i18n'
import { TabNav } from '@/components/ui/tab-nav'
import type { Actor } from '@/lib/auth/actor'

/** The figures of the reader's programmes; one alone needs no tabs. */
export async function ReportTabs({
  actor,
  current,
}: {
  actor: Actor
  current: 'grants' | 'health' | 'consultations' | 'policing' | 'communities'
}) {
  const { t } = await getI18n()
  const tabs = [
    { key: 'grants', programme: 'livelihoods', href: '/reports' },
    { key: 'health', programme: 'health', href: '/reports/health' },
    { key: 'consultations', programme: 'health', href: '/referrals/consultations/totals' },
    { key: 'policing', programme: 'policing', href: '/reports/policing' },
    // Communities are every programme's.
    { key: 'communities', programme: null, href: '/reports/communities' },
  ] as const
  return (
    <TabNav
      label={t('healthFigures.tabs.label')}
      tabs={tabs
        .filter((tab) => tab.programme === null || actor.programmes.includes(tab.programme))
        .map((tab) => ({ href: tab.href, label: t(`healthFigures.tabs.${tab.key}`), isCurrent: tab.key === current }))}
    />
  )
}
