import { getI18n } from '@/app/i18n'
import { Badge } from '@/components/ui/badge'
import { Bdi } from '@/components/ui/bdi'
import { type Column, DataTable } from '@/components/ui/data-table'
import { baghdadDay } from '@/lib/format'
import { inLocale } from '@/lib/i18n/in-locale'
import { isStale } from '@/lib/referrals/facilities/domain'
import type { FacilityRow } from '@/lib/referrals/facilities/queries'

const tones = { full: 'good', partial: 'warning', none: 'danger' } as const

/** Facilities as rows: what works where, and when that was last checked. */
export async function FacilityTable({ rows }: { rows: FacilityRow[] }) {
  const { t, locale, format } = await getI18n()
  const today = baghdadDay(new Date())
  const columns: Column<FacilityRow>[] = [
    { key: 'name', header: t('facilities.list.name'), cell: (row) => <Bdi>{inLocale(locale, row.name)}</Bdi> },
    { key: 'type', header: t('facilities.list.type'), cell: (row) => t(`facilities.type.${row.type}`) },
    {
      key: 'place',
      header: t('facilities.list.place'),
      cell: (row) => `${inLocale(locale, row.place)} · ${inLocale(locale, row.district)}`,
    },
    {
      key: 'function',
      header: t('facilities.list.function'),
      cell: (row) =>
        row.closedOn ? (
          <Badge tone="neutral">{t('facilities.closed')}</Badge>
        ) : (
          <Badge tone={tones[row.functional]}>{t(`facilities.functional.${row.functional}`)}</Badge>
        ),
    },
    {
      key: 'verified',
      header: t('facilities.list.verified'),
      cell: (row) => {
        const date = row.verifiedOn ? format.shortDate(row.verifiedOn) : t('facilities.list.never')
        const asksFor = !row.closedOn && isStale(row.verifiedOn, today)
        return asksFor ? <Badge tone="warning">{t('facilities.list.stale', { date })}</Badge> : date
      },
    },
  ]
  return (
    <DataTable
      caption={t('facilities.title')}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      rowHref={(row) => `/referrals/facilities/${row.id}`}
    />
  )
}
