import type { Dimension } from '@/lib/grants/figures/measures'
import { inLocale } from '@/lib/i18n/in-locale'
import type { Locale } from '@/lib/i18n/locales'
import { type Translator, translateRefusal } from '@/lib/i18n/translator'

type Places = ReadonlyMap<string, { en: string; ar: string }>

/** The name of a value of a dimension in the reader's language. */
export function valueName(t: Translator, locale: Locale, places: Places, dimension: Dimension, value: string): string {
  switch (dimension) {
    case 'sex':
      return translateRefusal(t, { key: `people.sex.${value}` })
    case 'displacement':
      return translateRefusal(t, { key: `people.status.${value}` })
    case 'disability':
      return t(value === 'yes' ? 'figures.withDisability' : 'figures.withoutDisability')
    case 'district': {
      const place = places.get(value)
      return place ? inLocale(locale, place) : value
    }
    case 'age_band':
      // An en dash, as it is printed, and isolated: in Arabic it would read 59–18 and +60.
      return `\u2066${value.replace('-', '–')}\u2069`
    default:
      return value
  }
}
