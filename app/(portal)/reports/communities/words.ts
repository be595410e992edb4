import type { Table } from '@/lib/communities/figures/queries'
import { inLocale, type Named } from '@/lib/i18n/in-locale'
import type { Locale } from '@/lib/i18n/locales'
import { type Translator, translateRefusal } from '@/lib/i18n/translator'

/** Where the words of a table's dimension stand. */
const rooms: Record<string, string> = {
  'needs.sector': 'communities.sector',
  'projects.status': 'projects.status',
  'projects.kind': 'projects.kind',
}

/** The name of a value of a dimension in the reader's language. */
export function groupName(
  t: Translator,
  locale: Locale,
  names: ReadonlyMap<string, Named>,
  { table, dimension, value }: { table: Table; dimension: string; value: string },
): string {
  if (dimension === 'all') return t('forumFigures.all')
  const room = rooms[`${table}.${dimension}`]
  if (room) return translateRefusal(t, { key: `${room}.${value}` })
  const name = names.get(value)
  return name ? inLocale(locale, name) : value
}

export const measureName = (t: Translator, measure: string) =>
  translateRefusal(t, { key: `communityFigures.measure.${measure}` })
export const dimensionName = (t: Translator, dimension: string) =>
  translateRefusal(t, { key: `communityFigures.by.${dimension}` })
