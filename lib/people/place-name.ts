/** A name that the reference lists keep in several languages. */
export type PlaceName = { en: string; ar: string; ckb?: string | null }

/** The name in a language; Sorani falls back to Arabic. Pure. */
export function placeName(name: PlaceName, locale: 'en' | 'ar' | 'ckb'): string {
  if (locale === 'en') return name.en
  return (locale === 'ckb' && name.ckb) || name.ar
}
