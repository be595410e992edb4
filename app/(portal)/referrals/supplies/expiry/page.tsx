import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getI18n } from '@/app/i18n'
import { Badge } from '@/components/ui/badge'
import { Bdi, Code } from '@/components/ui/bdi'
import { type Column, DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { Pagination } from '@/components/ui/pagination'
import { may } from '@/lib/auth/roles'
import { requireActor } from '@/lib/auth/session'
import { baghdadDay } from '@/lib/format'
import { inLocale } from '@/lib/i18n/in-locale'
import { isId } from '@/lib/ids'
import { daysUntil, watchDays } from '@/lib/referrals/supplies/domain'
import { listExpiring, type WatchRow } from '@/lib/referrals/supplies/queries'
import type { Query } from '../filters'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getI18n()).t('supplies.expiry.title') }
}

const cursorOf = (value: Query[string]) =>
  typeof value === 'string' &&
  /^\d{4}-\d\d-\d\d_/.test(value) &&
  !Number.isNaN(Date.parse(value.slice(0, 10))) &&
  isId(value.slice(11))
    ? value
    : undefined

/** What facilities have received of us and is out of date or soon will be. */
export default async function ExpiryPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireActor()
  if (!may(actor, 'supplies.read')) notFound()
  const [{ t, locale, format }, query] = await Promise.all([getI18n(), searchParams])
  const page = await listExpiring(actor, { after: cursorOf(query.after), before: cursorOf(query.before) })
  const today = baghdadDay(new Date())
  const columns: Column<WatchRow>[] = [
    {
      key: 'name',
      header: t('supplies.field.name'),
      cell: (row) => <Bdi>{`${row.name} ${row.strength}`.trim()}</Bdi>,
    },
    {
      key: 'expires',
      header: t('supplies.field.expiresOn'),
      cell: (row) => {
        const left = daysUntil(row.expiresOn, today)
        return (
          <Badge tone={left < 0 ? 'danger' : 'warning'}>
            {t(left < 0 ? 'supplies.expiry.expired' : 'supplies.expiry.soon', {
              date: format.shortDate(row.expiresOn),
              days: Math.abs(left),
            })}
          </Badge>
        )
      },
    },
    {
      key: 'left',
      header: t('supplies.expiry.left'),
      align: 'end',
      cell: (row) => <Bdi>{`${format.number(row.left)} ${row.unit}`}</Bdi>,
    },
    {
      key: 'facility',
      header: t('supplies.list.facility'),
      cell: (row) => <Bdi>{inLocale(locale, row.facility)}</Bdi>,
    },
    { key: 'batch', header: t('supplies.field.batchOrSerial'), cell: (row) => <Code>{row.batch}</Code> },
    {
      key: 'received',
      header: t('supplies.facts.received'),
      cell: (row) => {
        if (!row.receivedOn) return '–'
        const date = format.shortDate(row.receivedOn)
        const lasted = daysUntil(row.expiresOn, row.receivedOn)
        return lasted <= watchDays ? t('supplies.expiry.cameLate', { date, days: lasted }) : date
      },
    },
    { key: 'reference', header: t('supplies.list.reference'), cell: (row) => <Code>{row.reference}</Code> },
  ]
  const href = (key: 'after' | 'before', value: string) =>
    `/referrals/supplies/expiry?${new URLSearchParams({ [key]: value })}`
  return (
    <>
      <PageHeader
        title={t('supplies.expiry.title')}
        lead={t('supplies.expiry.lead', { days: watchDays })}
        back={{ href: '/referrals/supplies', label: t('supplies.title') }}
      />
      {page.rows.length === 0 ? (
        <EmptyState title={t('supplies.expiry.none')} />
      ) : (
        <DataTable
          caption={t('supplies.expiry.title')}
          columns={columns}
          rows={page.rows}
          rowKey={(row) => row.id}
          rowHref={(row) => `/referrals/supplies/${row.deliveryId}`}
        />
      )}
      <Pagination
        label={t('supplies.list.pages')}
        previous={page.previous ? { href: href('before', page.previous), label: t('common.list.previous') } : undefined}
        next={page.next ? { href: href('after', page.next), label: t('common.list.next') } : undefined}
      />
    </>
  )
}
