import { formatter } from '@/lib/format'
import { inLocale, type Named } from '@/lib/i18n/in-locale'
import type { Locale } from '@/lib/i18n/locales'
import { type Translator, translateRefusal } from '@/lib/i18n/translator'
import type { FigureRow } from '@/lib/referrals/figures/measures'

/** The name of a value of a dimension in the reader's language. */
export function groupName(
  t: Translator,
  locale: Locale,
  names: ReadonlyMap<string, Named>,
  dimension: FigureRow['dimension'],
  value: string,
): string {
  switch (dimension) {
    case 'all':
      return t('healthFigures.all')
    case 'month':
      return formatter(locale).month(`${value}-01`)
    case 'service':
    case 'priority':
      return translateRefusal(t, { key: `referrals.${dimension}.${value}` })
    case 'outcome':
      return value === 'open' ? t('healthFigures.open') : translateRefusal(t, { key: `referrals.outcome.${value}` })
    case 'sex':
      return translateRefusal(t, { key: `people.sex.${value}` })
    case 'displacement':
      return translateRefusal(t, { key: `people.status.${value}` })
    case 'disability':
      return t(value === 'yes' ? 'figures.withDisability' : 'figures.withoutDisability')
    case 'age_band':
      // An en dash, as it is printed, and isolated: in Arabic it would read 59–18 and +60.
      return `\u2066${value.replace('-', '–')}\u2069`
    default: {
      const name = names.get(value)
      return name ? inLocale(locale, name) : value
    }
  }
}
