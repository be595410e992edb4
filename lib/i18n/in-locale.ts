import type { Locale } from './locales'

/** Names that are kept as data in several languages; Sorani falls back to Arabic. */
export type Named = { en: string; ar: string; ckb?: string | null }

/** The name in the reader's language. */
export function inLocale(locale: Locale, named: Named): string {
  if (locale === 'en') return named.en
  return (locale === 'ckb' && named.ckb) || named.ar
}
