import { Icon, type IconName } from '@/components/ui/icon'
import type { Actor } from '@/lib/auth/actor'
import { may, type Permission } from '@/lib/auth/roles'
import type { Translator } from '@/lib/i18n/translator'
import { NavLink } from './nav-link'

type Entry = {
  href: string
  key:
    | 'work'
    | 'people'
    | 'grants'
    | 'referrals'
    | 'forums'
    | 'communities'
    | 'restricted'
    | 'payments'
    | 'budgets'
    | 'reports'
    | 'admin'
  icon: IconName
  needs?: Permission
}

// A part of the portal enters with its screens.
const entries: readonly Entry[] = [
  { href: '/', key: 'work', icon: 'list-checks' },
  { href: '/people', key: 'people', icon: 'users', needs: 'people.read' },
  { href: '/grants', key: 'grants', icon: 'hand-coins', needs: 'grants.read' },
  { href: '/referrals', key: 'referrals', icon: 'stethoscope', needs: 'referrals.read' },
  { href: '/forums', key: 'forums', icon: 'message-square', needs: 'forums.read' },
  { href: '/communities', key: 'communities', icon: 'map-pin', needs: 'communities.read' },
  { href: '/forums/restricted', key: 'restricted', icon: 'lock', needs: 'restricted.handle' },
  { href: '/payments', key: 'payments', icon: 'banknote', needs: 'payments.read' },
  { href: '/budgets', key: 'budgets', icon: 'wallet', needs: 'budgets.read' },
  { href: '/reports', key: 'reports', icon: 'chart-column', needs: 'figures.read' },
  { href: '/admin', key: 'admin', icon: 'settings', needs: 'users.manage' },
]

/** The parts of the portal this actor may open: a rail at the start side, a bar at the foot on phones. Comfort, no guard. */
export function Rail({ actor, t }: { actor: Actor; t: Translator }) {
  const open = entries.filter((entry) => !entry.needs || may(actor, entry.needs))
  return (
    <nav aria-label={t('common.shell.nav')} data-shell className="rail">
      <p className="px-5 pt-4 pb-5 text-xl font-bold tracking-tight max-lg:text-center max-md:hidden md:px-2 lg:px-5">
        {t('common.app.name')}
      </p>
      <ul className="flex max-md:justify-around md:flex-col md:gap-1 md:px-2">
        {open.map((entry) => (
          <li key={entry.href} className="max-md:flex-1">
            <NavLink href={entry.href} className="rail-link">
              <Icon name={entry.icon} />
              {t(`common.nav.${entry.key}`)}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  )
}
