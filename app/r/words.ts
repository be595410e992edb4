import { type Formatter, formatter } from '@/lib/format'
import { type Translator, translator } from '@/lib/i18n/translator'

/** The language of a facility's page: Arabic unless its address asks for English. */
export type Words = { lang: 'ar' | 'en'; t: Translator; format: Formatter }

export function wordsOf(request: Request): Words {
  const lang = new URL(request.url).searchParams.get('lang') === 'en' ? 'en' : 'ar'
  return { lang, t: translator(lang), format: formatter(lang) }
}

/** A path of ours in the language that is being read. */
export function inLang(path: string, { lang }: Words): string {
  return lang === 'en' ? `${path}?lang=en` : path
}
