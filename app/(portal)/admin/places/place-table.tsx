import { Badge } from '@/components/ui/badge'
import { Code } from '@/components/ui/bdi'
import { type Column, DataTable } from '@/components/ui/data-table'
import type { PlaceRow } from '@/lib/admin/reference-queries'
import type { Formatter } from '@/lib/format'
import { inLocale } from '@/lib/i18n/in-locale'
import type { Locale } from '@/lib/i18n/locales'
import type { Translator } from '@/lib/i18n/translator'

type PlaceTableProps = {
  caption: string
  places: readonly PlaceRow[]
  t: Translator
  locale: Locale
  format: Formatter
}

/** The places inside another one; each opens. */
export function PlaceTable({ caption, places, t, locale, format }: PlaceTableProps) {
  const columns: Column<PlaceRow>[] = [
    { key: 'name', header: t('admin.places.place'), cell: (row) => inLocale(locale, row.name) },
    {
      key: 'other',
      header: t(locale === 'en' ? 'admin.names.ar' : 'admin.names.en'),
      cell: (row) => <bdi>{locale === 'en' ? row.name.ar : row.name.en}</bdi>,
    },
    { key: 'pcode', header: t('admin.places.pcode'), cell: (row) => <Code>{row.pcode}</Code> },
    {
      key: 'state',
      header: t('admin.users.state'),
      cell: (row) =>
        row.isActive ? <Badge tone="good">{t('admin.inUse')}</Badge> : <Badge icon="ban">{t('admin.notInUse')}</Badge>,
    },
    {
      key: 'inside',
      header: t('admin.places.inside'),
      cell: (row) => (row.inside > 0 ? format.number(row.inside) : '–'),
      align: 'end',
      desktopOnly: true,
    },
  ]
  return (
    <DataTable
      caption={caption}
      columns={columns}
      rows={places}
      rowKey={(row) => row.pcode}
      rowHref={(row) => `/admin/places/${row.pcode}`}
    />
  )
}
