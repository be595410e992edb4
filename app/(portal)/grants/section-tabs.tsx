import { getI18n } from '@/app/i18n'
import { TabNav } from '@/components/ui/tab-nav'
import type { Actor } from '@/lib/auth/actor'
import { may, type Permission } from '@/lib/auth/roles'

type Tab = {
  key: 'applications' | 'courses' | 'committee' | 'visits' | 'rounds'
  href: string
  needs: readonly Permission[]
}

const tabs: readonly Tab[] = [
  { key: 'applications', href: '/grants', needs: ['grants.read'] },
  { key: 'courses', href: '/grants/courses', needs: ['training.run', 'rounds.manage'] },
  { key: 'committee', href: '/grants/committee', needs: ['committee.score'] },
  { key: 'visits', href: '/grants/visits', needs: ['monitoring.record'] },
  { key: 'rounds', href: '/grants/rounds', needs: ['rounds.manage', 'committee.convene'] },
]

/** The parts of the grants' room that this actor may open. Comfort, no guard: each page asks for itself. */
export async function SectionTabs({ actor, current }: { actor: Actor; current: Tab['key'] }) {
  const { t } = await getI18n()
  const shown = tabs.filter((tab) => tab.needs.some((right) => may(actor, right)))
  return (
    <TabNav
      label={t('grants.tabs.label')}
      tabs={shown.map((tab) => ({
        href: tab.href,
        label: t(`grants.tabs.${tab.key}`),
        isCurrent: tab.key === current,
      }))}
    />
  )
}
