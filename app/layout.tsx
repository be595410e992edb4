import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import { PracticeBanner } from '@/components/shell/practice-banner'
import { isDemo } from '@/lib/env'
import './globals.css'
import { getI18n } from './i18n'

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getI18n()
  const name = t('common.app.name')
  return {
    title: { default: name, template: `%s – ${name}` },
    robots: 'noindex',
    icons: '/favicon.svg',
  }
}

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#0a2f5c' },
    { media: '(prefers-color-scheme: dark)', color: '#0a2038' },
  ],
}

/** Language, direction, and what no page may be without: the way past the menu and the sign that data are practice. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const { locale, dir, t } = await getI18n()
  return (
    <html lang={locale} dir={dir}>
      <body className="flex min-h-dvh flex-col">
        <a href="#content" className="skip-link">
          {t('common.shell.skip')}
        </a>
        {isDemo() && <PracticeBanner title={t('common.practice.title')} text={t('common.practice.text')} />}
        {children}
      </body>
    </html>
  )
}
