import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getI18n } from '@/app/i18n'
import { Badge } from '@/components/ui/badge'
import { Bdi, Code } from '@/components/ui/bdi'
import { type Column, DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { FilterBar } from '@/components/ui/filter-bar'
import { FilterSelect } from '@/components/ui/filter-field'
import { PageHeader } from '@/components/ui/page-header'
import { Pagination } from '@/components/ui/pagination'
import { may } from '@/lib/auth/roles'
import { requireActor } from '@/lib/auth/session'
import { baghdadDay } from '@/lib/format'
import { visitMonths } from '@/lib/grants/monitoring/domain'
import { type DueVisit, listDueVisits } from '@/lib/grants/monitoring/queries'
import { ClientMessages } from '@/lib/i18n/client-messages'
import { inLocale } from '@/lib/i18n/in-locale'
import { SectionTabs } from '../section-tabs'
import { listHref, readFilters } from './filters'
import { TakenVisits } from './taken-visits'
import { WaitingVisits } from './waiting-visits'

type Query = Record<string, string | string[] | undefined>

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getI18n()).t('monitoring.due.title') }
}

/** The visits to make, the longest overdue first. */
export default async function VisitsPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireActor()
  if (!may(actor, 'monitoring.record')) notFound()
  const [{ t, locale, format }, query] = await Promise.all([getI18n(), searchParams])
  const filters = readFilters(query)
  const { isMine, month } = filters
  const page = await listDueVisits(actor, filters)
  const today = baghdadDay(new Date())
  const columns: Column<DueVisit>[] = [
    { key: 'person', header: t('grants.list.person'), cell: (row) => <Bdi>{row.name}</Bdi> },
    { key: 'reference', header: t('grants.list.reference'), cell: (row) => <Code>{row.reference}</Code> },
    { key: 'month', header: t('monitoring.month'), cell: (row) => t('monitoring.monthOf', { month: row.month }) },
    {
      key: 'due',
      header: t('grants.list.due'),
      cell: (row) => (
        <>
          {format.shortDate(row.dueOn)}{' '}
          {row.dueOn < today && <Badge tone="warning">{t('monitoring.due.overdue')}</Badge>}
        </>
      ),
    },
    { key: 'place', header: t('grants.list.place'), cell: (row) => inLocale(locale, row.place), desktopOnly: true },
    {
      key: 'caseworker',
      header: t('grants.list.caseworker'),
      cell: (row) => <Bdi>{row.caseworker ?? t('grants.list.nobody')}</Bdi>,
    },
  ]
  const chip = (label: string, href: string) => ({ label, href, removeLabel: t('common.list.remove', { label }) })
  const active = [
    ...(month ? [chip(t('monitoring.monthOf', { month }), listHref({ isMine }))] : []),
    ...(isMine ? [chip(t('grants.list.mine'), listHref({ month }))] : []),
  ]
  const { next } = page
  return (
    <>
      <PageHeader title={t('monitoring.due.title')} lead={t('monitoring.due.lead')} />
      <SectionTabs actor={actor} current="visits" />
      <FilterBar
        action="/grants/visits"
        label={t('common.list.filters')}
        applyLabel={t('common.list.apply')}
        activeLabel={t('common.list.active')}
        active={active}
      >
        <FilterSelect
          name="month"
          label={t('monitoring.month')}
          anyLabel={t('monitoring.due.anyMonth')}
          options={visitMonths.map((one) => ({
            value: String(one),
            label: t('monitoring.monthOf', { month: one }),
          }))}
          value={month && String(month)}
        />
        <FilterSelect
          name="mine"
          label={t('grants.list.whose')}
          anyLabel={t('grants.list.everyone')}
          options={[{ value: '1', label: t('grants.list.mine') }]}
          value={isMine ? '1' : undefined}
        />
      </FilterBar>
      <ClientMessages
        locale={locale}
        rooms={['monitoring.along', 'monitoring.waiting', 'monitoring.refused', 'monitoring.errors']}
      >
        <WaitingVisits secret={actor.draftKey} />
        <TakenVisits
          secret={actor.draftKey}
          visits={page.rows.map((row) => ({
            url: `/grants/${row.caseId}/monitoring/${row.id}`,
            label: [row.reference, row.givenName, inLocale(locale, row.place)].join(' · '),
          }))}
        />
      </ClientMessages>
      {page.rows.length === 0 ? (
        <EmptyState title={t('monitoring.due.empty')}>{t('monitoring.due.emptyText')}</EmptyState>
      ) : (
        <DataTable
          caption={t('monitoring.due.title')}
          columns={columns}
          rows={page.rows}
          rowKey={(row) => row.id}
          rowHref={(row) => `/grants/${row.caseId}/monitoring/${row.id}`}
        />
      )}
      <Pagination
        label={t('grants.list.pages')}
        next={next ? { href: listHref({ isMine, month, after: next }), label: t('common.list.next') } : undefined}
      />
    </>
  )
}
