import { getI18n } from '@/app/i18n'
import { Bdi } from '@/components/ui/bdi'
import { type Column, DataTable } from '@/components/ui/data-table'
import { inLocale } from '@/lib/i18n/in-locale'
import type { Translator } from '@/lib/i18n/translator'
import type { PersonRow } from '@/lib/people/person-row'

/** An age in words, honest about how well it is known. */
export function ageText(t: Translator, { age, isAgeAbout }: { age: number; isAgeAbout: boolean }) {
  return t(isAgeAbout && age > 0 ? 'people.ageAbout' : 'people.age', { age })
}

/** People as a list; a row opens the file. */
export async function PeopleTable({ rows, caption }: { rows: readonly PersonRow[]; caption: string }) {
  const { t, locale } = await getI18n()
  const columns: Column<PersonRow>[] = [
    { key: 'name', header: t('people.list.name'), cell: (row) => <Bdi>{row.name}</Bdi> },
    {
      key: 'sexAge',
      header: t('people.list.sexAge'),
      cell: (row) => `${t(`people.sex.${row.sex}`)} · ${ageText(t, row)}`,
    },
    { key: 'place', header: t('people.list.place'), cell: (row) => inLocale(locale, row.place) },
    {
      key: 'status',
      header: t('people.list.status'),
      cell: (row) => (row.status ? t(`people.status.${row.status}`) : '–'),
    },
    {
      key: 'holder',
      header: t('people.list.holder'),
      cell: (row) => <Bdi>{row.holder ?? t('people.list.nobody')}</Bdi>,
      desktopOnly: true,
    },
  ]
  return (
    <DataTable
      caption={caption}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      rowHref={(row) => `/people/${row.id}`}
    />
  )
}
