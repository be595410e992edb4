import type { ReactNode } from 'react'
import { getI18n } from '@/app/i18n'
import { LanguageMenu } from './language-menu'

/** A page in front of sign-in: the name of the portal, the language, and one thing to do. */
export async function PublicPage({ title, path, children }: { title: string; path: string; children: ReactNode }) {
  const { t, locale } = await getI18n()
  return (
    <main id="content" tabIndex={-1} className="mx-auto flex w-full max-w-md flex-1 flex-col px-4 pt-6 pb-16">
      <div className="mb-8 flex items-center justify-between gap-4 sm:mb-16">
        <p>
          <span className="block text-xl font-bold tracking-tight text-action">{t('common.app.name')}</span>
          <span className="block text-sm text-ink-soft">{t('common.app.about')}</span>
        </p>
        <LanguageMenu locale={locale} t={t} path={path} />
      </div>
      <h1 className="mb-6 text-2xl font-semibold tracking-tight">{title}</h1>
      {children}
    </main>
  )
}
