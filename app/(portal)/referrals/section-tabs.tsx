import { getI18n } from '@/app/i18n'
import { TabNav } from '@/components/ui/tab-nav'
import type { Actor } from '@/lib/auth/actor'
import { may, type Permission } from '@/lib/auth/roles'

type Tab = { key: 'referrals' | 'facilities' | 'consultations' | 'supplies'; href: string; needs: Permission }

const tabs: readonly Tab[] = [
  { key: 'referrals', href: '/referrals', needs: 'referrals.read' },
  { key: 'facilities', href: '/referrals/facilities', needs: 'facilities.read' },
  { key: 'consultations', href: '/referrals/consultations', needs: 'consultations.read' },
  { key: 'supplies', href: '/referrals/supplies', needs: 'supplies.read' },
]

/** The parts of the room of health that this actor may open. Comfort, no guard: each page asks for itself. */
export async function SectionTabs({ actor, current }: { actor: Actor; current: Tab['key'] }) {
  const { t } = await getI18n()
  return (
    <TabNav
      label={t('referrals.tabs.label')}
      tabs={tabs
        .filter((tab) => may(actor, tab.needs))
        .map((tab) => ({ href: tab.href, label: t(`referrals.tabs.${tab.key}`), isCurrent: tab.key === current }))}
    />
  )
}
