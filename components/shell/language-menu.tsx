import { switchLanguage } from '@/app/actions'
import { Icon } from '@/components/ui/icon'
import { directionOf, type Locale, locales } from '@/lib/i18n/locales'
import type { Translator } from '@/lib/i18n/translator'
import { Menu, menuItemClass } from './menu'
import { NextPath } from './next-path'

/** The language of the portal. `path`: where the reader is, to come back to. */
export function LanguageMenu({ locale, t, path }: { locale: Locale; t: Translator; path: string }) {
  return (
    <Menu
      label={`${t('common.shell.language')}: ${t(`common.languages.${locale}`)}`}
      trigger={
        <>
          <Icon name="languages" />
          <span className="max-lg:hidden">{t(`common.languages.${locale}`)}</span>
        </>
      }
    >
      <form action={switchLanguage}>
        <NextPath initial={path} />
        {locales.map((one) => (
          <button
            key={one}
            type="submit"
            name="locale"
            value={one}
            lang={one}
            dir={directionOf(one)}
            aria-current={one === locale ? 'true' : undefined}
            className={menuItemClass}
          >
            {t(`common.languages.${one}`)}
          </button>
        ))}
      </form>
    </Menu>
  )
}
