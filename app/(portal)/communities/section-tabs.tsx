import { getI18n } from '@/app/i18n'
import { TabNav } from '@/components/ui/tab-nav'
import type { Actor } from '@/lib/auth/actor'
import { may, type Permission } from '@/lib/auth/roles'

type Tab = { key: 'communities' | 'plans' | 'projects' | 'displacement'; href: string; needs: Permission }

const tabs: readonly Tab[] = [
  { key: 'communities', href: '/communities', needs: 'communities.read' },
  { key: 'plans', href: '/communities/plans', needs: 'communities.read' },
  { key: 'projects', href: '/communities/projects', needs: 'communities.read' },
  { key: 'displacement', href: '/communities/displacement', needs: 'displacement.read' },
]

/** The parts of the room of communities that this actor may open. Comfort, no guard: each page asks for itself. */
export async function SectionTabs({ actor, current }: { actor: Actor; current: Tab['key'] }) {
  const { t } = await getI18n()
  return (
    <TabNav
      label={t('communities.tabs.label')}
      tabs={tabs
        .filter((tab) => may(actor, tab.needs))
        .map((tab) => ({ href: tab.href, label: t(`communities.tabs.${tab.key}`), isCurrent: tab.key === current }))}
    />
  )
}
