import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getI18n } from '@/app/i18n'
import { Bdi } from '@/components/ui/bdi'
import { type Column, DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { may } from '@/lib/auth/roles'
import { requireActor } from '@/lib/auth/session'
import { listCommunityRecords, type RecordRow, tableNames } from '@/lib/communities/figures/queries'
import { inLocale } from '@/lib/i18n/in-locale'
import { translateRefusal } from '@/lib/i18n/translator'
import type { Query } from '../../period'
import { measureName } from '../words'

const one = (value: string | string[] | undefined) => (typeof value === 'string' ? value.slice(0, 40) : '')

const rooms = {
  needs: { kind: 'communities.sector', status: 'communities.needs.status', path: '/communities/needs' },
  projects: { kind: 'projects.kind', status: 'projects.status', path: '/communities/projects' },
} as const

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getI18n()).t('healthFigures.records') }
}

/** The needs or projects behind a number of the figures. */
export default async function CommunityRecordsPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireActor()
  if (!may(actor, 'figures.read') || !may(actor, 'communities.read')) notFound()
  const [{ t, locale }, query] = await Promise.all([getI18n(), searchParams])
  const table = tableNames.find((name) => name === one(query.table)) ?? 'needs'
  const measure = one(query.measure)
  const filter = { table, measure, dimension: one(query.by) || 'all', value: one(query.value) }
  const page = await listCommunityRecords(actor, filter)
  const word = (of: 'kind' | 'status', value: string) => translateRefusal(t, { key: `${rooms[table][of]}.${value}` })
  const columns: Column<RecordRow>[] = [
    { key: 'title', header: t('communityFigures.name'), cell: (row) => <Bdi>{inLocale(locale, row.title)}</Bdi> },
    { key: 'kind', header: t('concerns.list.category'), cell: (row) => word('kind', row.kind) },
    { key: 'status', header: t('concerns.list.status'), cell: (row) => word('status', row.status) },
  ]
  return (
    <>
      <PageHeader
        title={t(`communityFigures.table.${table}`)}
        lead={measureName(t, measure)}
        back={{ href: '/reports/communities', label: t('communityFigures.title') }}
      />
      {page.rows.length === 0 ? (
        <EmptyState title={t('healthFigures.none')} />
      ) : (
        <DataTable
          caption={t('healthFigures.records')}
          columns={columns}
          rows={page.rows}
          rowKey={(row) => row.id}
          rowHref={(row) => `${rooms[table].path}/${row.id}`}
        />
      )}
      {page.isMore && <p className="mt-4 text-ink-soft">{t('forumFigures.more')}</p>}
    </>
  )
}
