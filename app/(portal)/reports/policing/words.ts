import type { Table } from '@/lib/forums/figures/measures'
import { inLocale, type Named } from '@/lib/i18n/in-locale'
import type { Locale } from '@/lib/i18n/locales'
import { type Translator, translateRefusal } from '@/lib/i18n/translator'

const rooms: Record<string, string> = {
  type: 'forums.type',
  category: 'concerns.category',
  severity: 'concerns.severity',
  source: 'concerns.source',
  level: 'concerns.actions.level',
  displacement: 'people.status',
}

/** The name of a value of a dimension in the reader's language. */
export function groupName(
  t: Translator,
  locale: Locale,
  names: ReadonlyMap<string, Named>,
  dimension: string,
  value: string,
): string {
  if (dimension === 'all') return t('forumFigures.all')
  if (dimension === 'disability') return t(value === 'yes' ? 'figures.withDisability' : 'figures.withoutDisability')
  // An en dash, as it is printed, and isolated: in Arabic it would read 59–18 and +60.
  if (dimension === 'age_band') return `\u2066${value.replace('-', '–')}\u2069`
  const room = rooms[dimension]
  if (room) return translateRefusal(t, { key: `${room}.${value}` })
  const name = names.get(value)
  return name ? inLocale(locale, name) : value
}

/** What a column of a table counts. */
export const measureName = (t: Translator, table: Table, measure: string) =>
  translateRefusal(t, { key: `forumFigures.measure.${table}.${measure}` })

export const dimensionName = (t: Translator, dimension: string) =>
  translateRefusal(t, { key: `forumFigures.by.${dimension}` })
