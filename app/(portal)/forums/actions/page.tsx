import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getI18n } from '@/app/i18n'
import { StatusBadge } from '@/components/case/status-badge'
import { Badge } from '@/components/ui/badge'
import { Bdi } from '@/components/ui/bdi'
import { type Column, DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { FilterBar } from '@/components/ui/filter-bar'
import { FilterSelect } from '@/components/ui/filter-field'
import { PageHeader } from '@/components/ui/page-header'
import { Pagination } from '@/components/ui/pagination'
import { may } from '@/lib/auth/roles'
import { requireActor } from '@/lib/auth/session'
import { baghdadDay } from '@/lib/format'
import { isOverdue } from '@/lib/forums/actions/domain'
import { listActions } from '@/lib/forums/actions/queries'
import { toneOf } from '@/lib/forums/actions/tones'
import { inLocale } from '@/lib/i18n/in-locale'
import { SectionTabs } from '../section-tabs'
import { listHref, readFilters, type SearchParams, which } from './filters'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getI18n()).t('concerns.actions.title') }
}

type Row = Awaited<ReturnType<typeof listActions>>['rows'][number]

export default async function ActionsPage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await requireActor()
  if (!may(actor, 'concerns.read')) notFound()
  const [{ t, locale, format }, filter] = await Promise.all([getI18n(), readFilters(searchParams)])
  const page = await listActions(actor, filter)
  const today = baghdadDay(new Date())
  const columns: Column<Row>[] = [
    { key: 'title', header: t('concerns.actions.list.action'), cell: (row) => <Bdi>{row.title}</Bdi> },
    {
      key: 'status',
      header: t('concerns.actions.list.status'),
      cell: (row) => (
        <StatusBadge status={{ label: t(`concerns.actions.status.${row.status}`), tone: toneOf[row.status] }} />
      ),
    },
    { key: 'owner', header: t('concerns.actions.list.owner'), cell: (row) => <Bdi>{row.ownerName}</Bdi> },
    {
      key: 'due',
      header: t('concerns.actions.list.due'),
      cell: (row) =>
        isOverdue(row, today) ? (
          <Badge tone="danger">{format.relativeDay(row.dueOn)}</Badge>
        ) : (
          <span className="lg:whitespace-nowrap">{format.shortDate(row.dueOn)}</span>
        ),
    },
    { key: 'level', header: t('concerns.actions.list.level'), cell: (row) => t(`concerns.actions.level.${row.level}`) },
    {
      key: 'forum',
      header: t('concerns.actions.list.forum'),
      cell: (row) => <Bdi>{inLocale(locale, { en: row.forumEn, ar: row.forumAr })}</Bdi>,
    },
  ]
  const kept = { which: filter.which, forumId: filter.forumId }
  return (
    <>
      <PageHeader title={t('concerns.actions.title')} lead={t('concerns.actions.lead')} />
      <SectionTabs actor={actor} current="actions" />
      <FilterBar
        action="/forums/actions"
        label={t('common.list.filters')}
        applyLabel={t('common.list.apply')}
        activeLabel={t('common.list.active')}
        active={[]}
        clear={filter.which ? { href: '/forums/actions', label: t('common.list.clear') } : undefined}
      >
        <FilterSelect
          name="which"
          label={t('concerns.actions.list.which')}
          anyLabel={t('concerns.actions.list.any')}
          options={which.map((value) => ({ value, label: t(`concerns.actions.list.${value}`) }))}
          value={filter.which}
        />
      </FilterBar>
      {page.rows.length === 0 ? (
        <EmptyState title={t('concerns.actions.list.empty')}>{t('concerns.actions.list.emptyText')}</EmptyState>
      ) : (
        <DataTable
          caption={t('concerns.actions.title')}
          columns={columns}
          rows={page.rows}
          rowKey={(row) => row.id}
          rowHref={(row) => `/forums/actions/${row.id}`}
        />
      )}
      <Pagination
        label={t('concerns.actions.list.pages')}
        previous={
          page.previous
            ? { href: listHref({ ...kept, before: page.previous }), label: t('common.list.previous') }
            : undefined
        }
        next={page.next ? { href: listHref({ ...kept, after: page.next }), label: t('common.list.next') } : undefined}
      />
    </>
  )
}
