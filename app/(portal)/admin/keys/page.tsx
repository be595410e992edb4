import type { Metadata } from 'next'
import { getI18n } from '@/app/i18n'
import { Bdi } from '@/components/ui/bdi'
import { type Column, DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeader } from '@/components/ui/page-header'
import { Pagination } from '@/components/ui/pagination'
import { type KeyRow, listKeys } from '@/lib/admin/keys/queries'
import { inLocale } from '@/lib/i18n/in-locale'
import { requireAdmin } from '../require-admin'
import type { SearchParams } from '../users/filters'
import { readCursor } from './cursor'
import { KeyStateBadge } from './key-state'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getI18n()).t('apiKeys.title') }
}

export default async function KeysPage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await requireAdmin('api_keys.manage')
  const [{ t, locale, format }, query] = await Promise.all([getI18n(), searchParams])
  const page = await listKeys(actor, readCursor(query))
  const columns: Column<KeyRow>[] = [
    { key: 'name', header: t('apiKeys.list.name'), cell: (row) => <Bdi>{row.name}</Bdi> },
    {
      key: 'recipient',
      header: t('apiKeys.list.recipient'),
      cell: (row) => <Bdi>{inLocale(locale, row.recipient)}</Bdi>,
    },
    { key: 'state', header: t('apiKeys.list.state'), cell: (row) => <KeyStateBadge row={row} t={t} /> },
    {
      key: 'used',
      header: t('apiKeys.list.used'),
      cell: (row) => (row.usedAt ? format.dateTime(row.usedAt) : t('apiKeys.list.never')),
    },
    { key: 'expires', header: t('apiKeys.list.expires'), cell: (row) => format.date(row.expiresAt) },
  ]
  return (
    <>
      <PageHeader
        title={t('apiKeys.title')}
        back={{ href: '/admin', label: t('admin.start.title') }}
        lead={t('apiKeys.lead')}
        action={<LinkButton href="/admin/keys/new">{t('apiKeys.new')}</LinkButton>}
      />
      {page.rows.length === 0 ? (
        <EmptyState icon="lock" title={t('apiKeys.list.none')}>
          {t('apiKeys.list.noneText')}
        </EmptyState>
      ) : (
        <DataTable
          caption={t('apiKeys.title')}
          columns={columns}
          rows={page.rows}
          rowKey={(row) => row.id}
          rowHref={(row) => `/admin/keys/${row.id}`}
        />
      )}
      <Pagination
        label={t('common.list.pages')}
        previous={
          page.previous ? { href: `/admin/keys?before=${page.previous}`, label: t('common.list.previous') } : undefined
        }
        next={page.next ? { href: `/admin/keys?after=${page.next}`, label: t('common.list.next') } : undefined}
      />
    </>
  )
}
