import { cookies, headers } from 'next/headers'
import { cache } from 'react'
import { type Formatter, formatter } from '@/lib/format'
import { directionOf, isLocale, LOCALE_COOKIE, type Locale, localeFromHeader } from '@/lib/i18n/locales'
import { type Translator, translator } from '@/lib/i18n/translator'

export type I18n = { locale: Locale; dir: 'ltr' | 'rtl'; t: Translator; format: Formatter }

/**
 * The language of this request, with its words and its formats: the choice kept in a cookie, else what the browser asks
 * for, else English. For server components and actions; once a request.
 */
export const getI18n = cache(async (): Promise<I18n> => {
  const chosen = (await cookies()).get(LOCALE_COOKIE)?.value
  const locale = isLocale(chosen) ? chosen : localeFromHeader((await headers()).get('accept-language'))
  return { locale, dir: directionOf(locale), t: translator(locale), format: formatter(locale) }
})
