import { getI18n } from '@/app/i18n'
import { TabNav } from '@/components/ui/tab-nav'
import type { Actor } from '@/lib/auth/actor'
import { may, type Permission } from '@/lib/auth/roles'

type Tab = { key: 'forums' | 'calendar' | 'concerns' | 'actions' | 'restricted'; href: string; needs: Permission }

const tabs: readonly Tab[] = [
  { key: 'forums', href: '/forums', needs: 'forums.read' },
  { key: 'calendar', href: '/forums/calendar', needs: 'forums.read' },
  { key: 'concerns', href: '/forums/concerns', needs: 'concerns.read' },
  { key: 'actions', href: '/forums/actions', needs: 'concerns.read' },
  { key: 'restricted', href: '/forums/restricted', needs: 'restricted.handle' },
]

/** The parts of the room of forums that this actor may open. Comfort, no guard: each page asks for itself. */
export async function SectionTabs({ actor, current }: { actor: Actor; current: Tab['key'] }) {
  const { t } = await getI18n()
  return (
    <TabNav
      label={t('forums.tabs.label')}
      tabs={tabs
        .filter((tab) => may(actor, tab.needs))
        .map((tab) => ({ href: tab.href, label: t(`forums.tabs.${tab.key}`), isCurrent: tab.key === current }))}
    />
  )
}
