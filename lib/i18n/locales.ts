/** The languages of the portal. Sorani falls back to Arabic key by key until all of it is translated. */
export const locales = ['ar', 'ckb', 'en'] as const
export type Locale = (typeof locales)[number]

/** The cookie that remembers the choice; read by the server only. */
export const LOCALE_COOKIE = 'locale'

export function isLocale(value: unknown): value is Locale {
  return value === 'ar' || value === 'ckb' || value === 'en'
}

/** Which way the language is written. */
export function directionOf(locale: Locale): 'ltr' | 'rtl' {
  return locale === 'en' ? 'ltr' : 'rtl'
}

/**
 * The first language of an Accept-Language header that the portal speaks, in the order of preference; English when none.
 * A browser set to Kurdish says `ckb` or `ku-Arab`, often only `ku`.
 */
export function localeFromHeader(header: string | null): Locale {
  const wanted = (header ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';')
      const quality = parameters.map((p) => p.trim()).find((p) => p.startsWith('q='))
      return { language: tag.split('-')[0] ?? '', quality: quality ? Number(quality.slice(2)) || 0 : 1 }
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality)
  for (const { language } of wanted) {
    if (language === 'ku') return 'ckb'
    if (isLocale(language)) return language
  }
  return 'en'
}
