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
import { listRestricted, type RestrictedRow } from '@/lib/forums/concerns/restricted'
import { inLocale } from '@/lib/i18n/in-locale'
import { isId } from '@/lib/ids'
import { SectionTabs } from '../section-tabs'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getI18n()).t('concerns.restricted.title') }
}

type Props = { searchParams: Promise<{ after?: string | string[] }> }

/** What only a focal point reads; for anybody else this page does not exist. */
export default async function RestrictedPage({ searchParams }: Props) {
  const actor = await requireActor()
  if (!may(actor, 'restricted.handle')) notFound()
  const [{ t, locale, format }, { after }] = await Promise.all([getI18n(), searchParams])
  const page = await listRestricted(actor, isId(after) ? after : undefined)
  const columns: Column<RestrictedRow>[] = [
    { key: 'reference', header: t('concerns.list.reference'), cell: (row) => <Code>{row.reference}</Code> },
    {
      key: 'state',
      header: t('concerns.restricted.handling'),
      cell: (row) => (
        <Badge tone={row.state === 'received' ? 'warning' : 'neutral'}>
          {t(`concerns.restricted.state.${row.state}`)}
        </Badge>
      ),
    },
    {
      key: 'place',
      header: t('concerns.list.place'),
      cell: (row) => <Bdi>{inLocale(locale, { en: row.placeEn, ar: row.placeAr })}</Bdi>,
    },
    {
      key: 'received',
      header: t('concerns.restricted.received'),
      cell: (row) => <span className="lg:whitespace-nowrap">{format.shortDate(row.openedAt)}</span>,
    },
  ]
  return (
    <>
      <PageHeader title={t('concerns.restricted.title')} lead={t('concerns.restricted.lead')} />
      <SectionTabs actor={actor} current="restricted" />
      {page.rows.length === 0 ? (
        <EmptyState title={t('concerns.restricted.empty')}>{t('concerns.restricted.emptyText')}</EmptyState>
      ) : (
        <DataTable
          caption={t('concerns.restricted.title')}
          columns={columns}
          rows={page.rows}
          rowKey={(row) => row.id}
          rowHref={(row) => `/forums/restricted/${row.id}`}
        />
      )}
      <Pagination
        label={t('concerns.restricted.pages')}
        previous={page.previous ? { href: '/forums/restricted', label: t('common.list.previous') } : undefined}
        next={page.next ? { href: `/forums/restricted?after=${page.next}`, label: t('common.list.next') } : undefined}
      />
    </>
  )
}
