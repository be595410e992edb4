import Link from 'next/link'
import { signOutAction } from '@/app/sign-in/actions'
import { Icon } from '@/components/ui/icon'
import type { Actor } from '@/lib/auth/actor'
import type { Translator } from '@/lib/i18n/translator'
import { Menu, menuItemClass } from './menu'

/** Who is signed in, with which roles, and the way out. */
export function AccountMenu({ actor, t }: { actor: Pick<Actor, 'name' | 'email' | 'roles'>; t: Translator }) {
  return (
    <Menu
      label={`${t('common.shell.account')}: ${actor.name}`}
      trigger={<Icon name="circle-user" className="size-6" />}
    >
      <div className="border-b border-line px-3 pt-1 pb-3">
        <p className="font-semibold">
          <bdi>{actor.name}</bdi>
        </p>
        <p className="text-sm text-ink-soft">
          <bdi dir="ltr">{actor.email}</bdi>
        </p>
        <p className="mt-1 text-sm text-ink-soft">{actor.roles.map((role) => t(`common.roles.${role}`)).join(' · ')}</p>
      </div>
      <div className="py-1">
        <Link href="/account" prefetch={false} className={menuItemClass}>
          <Icon name="settings" className="size-4" />
          {t('common.shell.accountPage')}
        </Link>
        <form action={signOutAction} data-sign-out>
          <button type="submit" className={menuItemClass}>
            <Icon name="log-out" className="size-4" />
            {t('common.shell.signOut')}
          </button>
        </form>
      </div>
      <p className="border-t border-line px-3 pt-2 pb-1 text-sm text-ink-soft">{t('common.shell.idle')}</p>
    </Menu>
  )
}
