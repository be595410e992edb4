import { getI18n } from '@/app/i18n'
import { Badge } from '@/components/ui/badge'
import { Bdi } from '@/components/ui/bdi'
import { type Column, DataTable } from '@/components/ui/data-table'
import type { PlaceRow } from '@/lib/communities/displacement/place-queries'
import { inLocale } from '@/lib/i18n/in-locale'
import { base } from '../filters'
import { numberOr } from '../round-words'

/** Locations as rows, with the figures of the last published round. */
export async function PlaceTable({ rows }: { rows: PlaceRow[] }) {
  const { t, locale, format } = await getI18n()
  const columns: Column<PlaceRow>[] = [
    { key: 'name', header: t('displacement.figure.name'), cell: (row) => <Bdi>{inLocale(locale, row.name)}</Bdi> },
    { key: 'district', header: t('displacement.figure.district'), cell: (row) => inLocale(locale, row.district) },
    {
      key: 'idp',
      header: t('displacement.rounds.idpFamilies'),
      align: 'end',
      cell: (row) => numberOr(format, row.idpFamilies),
    },
    {
      key: 'returnee',
      header: t('displacement.rounds.returneeFamilies'),
      align: 'end',
      cell: (row) => numberOr(format, row.returneeFamilies),
    },
    {
      key: 'marks',
      header: t('displacement.place.marks'),
      cell: (row) =>
        row.closedOn || row.isCamp || row.isAstray ? (
          <span className="flex flex-wrap gap-1.5">
            {row.isCamp && <Badge tone="info">{t('displacement.place.camp')}</Badge>}
            {row.closedOn && <Badge tone="neutral">{t('displacement.place.closed')}</Badge>}
            {row.isAstray && <Badge tone="warning">{t('displacement.place.astray')}</Badge>}
          </span>
        ) : (
          ''
        ),
    },
  ]
  return (
    <DataTable
      caption={t('displacement.place.title')}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      rowHref={(row) => `${base}/locations/${row.id}`}
    />
  )
}
