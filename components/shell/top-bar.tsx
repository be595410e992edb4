import Link from 'next/link'
import { SaveStateSlot } from '@/components/form/save-state-slot'
import { Icon } from '@/components/ui/icon'
import type { Actor } from '@/lib/auth/actor'
import { may } from '@/lib/auth/roles'
import type { Locale } from '@/lib/i18n/locales'
import type { Translator } from '@/lib/i18n/translator'
import { AccountMenu } from './account-menu'
import { LanguageMenu } from './language-menu'
import { NavProgress } from './nav-progress'
import { ShellKeys } from './shell-keys'

type TopBarProps = {
  actor: Pick<Actor, 'name' | 'email' | 'roles' | 'programmes' | 'unread'>
  locale: Locale
  t: Translator
  path: string
}

/** Search from everywhere, what waits, whether what was typed is safe, language and account. */
export function TopBar({ actor, locale, t, path }: TopBarProps) {
  const waiting = t('common.shell.notifications', { count: actor.unread })
  return (
    <header
      data-shell
      className="sticky top-0 z-20 flex h-14 items-center gap-1 border-b border-line bg-surface px-3 sm:gap-2 sm:px-6"
    >
      <div className="min-w-0 flex-1">{may(actor, 'people.read') && <Search t={t} />}</div>
      <SaveStateSlot
        words={{
          saving: t('common.saveState.saving'),
          device: t('common.saveState.device'),
          sending: t('common.saveState.sending'),
          sent: t('common.saveState.sent'),
          needsYou: t('common.saveState.needsYou'),
          unsaved: t('common.saveState.unsaved'),
        }}
      />
      <Link
        href="/notifications"
        prefetch={false}
        aria-label={waiting}
        title={waiting}
        className="touch-target relative flex size-10 items-center justify-center rounded-md text-ink-soft hover:bg-sunken hover:text-ink"
      >
        <Icon name="bell" />
        {actor.unread > 0 && (
          <span
            aria-hidden="true"
            className="absolute end-0.5 top-0.5 min-w-5 rounded-full bg-danger-fill px-1 text-center text-xs/5 font-semibold text-on-danger tabular-nums"
          >
            {actor.unread > 99 ? '99+' : actor.unread}
          </span>
        )}
      </Link>
      <LanguageMenu locale={locale} t={t} path={path} />
      <AccountMenu actor={actor} t={t} />
      <ShellKeys searchId="search" />
      <NavProgress label={t('common.states.loading')} />
    </header>
  )
}

/** Who may read no one has nothing to search. */
function Search({ t }: { t: Translator }) {
  return (
    <form action="/search" method="get" className="relative max-w-md">
      <label className="relative block">
        <span className="sr-only">{t('common.shell.search')}</span>
        <Icon
          name="search"
          className="pointer-events-none absolute start-3 top-1/2 size-4 -translate-y-1/2 text-ink-soft"
        />
        <input
          id="search"
          type="search"
          name="q"
          dir="auto"
          autoComplete="off"
          enterKeyHint="search"
          aria-keyshortcuts="/ Control+K"
          title={t('common.shell.searchHint')}
          className="touch-target min-h-10 w-full rounded-md border border-line-strong bg-canvas ps-9 pe-3 text-base text-ink"
        />
        <span
          aria-hidden="true"
          className="pointer-events-none absolute end-2.5 top-1/2 -translate-y-1/2 rounded-sm border border-line bg-surface px-1.5 font-sans text-sm text-ink-soft pointer-coarse:hidden"
        >
          /
        </span>
      </label>
      <button
        type="submit"
        className="sr-only bg-action-fill text-sm font-semibold text-on-action focus:not-sr-only focus:absolute focus:inset-y-1 focus:end-1 focus:rounded-sm focus:px-3"
      >
        {t('common.shell.searchGo')}
      </button>
    </form>
  )
}
