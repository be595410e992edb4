import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getI18n } from '@/app/i18n'
import { SavedViews } from '@/components/case/saved-views'
import { StatusBadge } from '@/components/case/status-badge'
import { Bdi, Code } from '@/components/ui/bdi'
import { type Column, DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { FilterBar } from '@/components/ui/filter-bar'
import { FilterSelect } from '@/components/ui/filter-field'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeader } from '@/components/ui/page-header'
import { Pagination } from '@/components/ui/pagination'
import { may } from '@/lib/auth/roles'
import { requireActor } from '@/lib/auth/session'
import { type GrantRow, listGrants } from '@/lib/grants/list-query'
import { grantMachine } from '@/lib/grants/machine'
import { toneOf } from '@/lib/grants/tones'
import { inLocale } from '@/lib/i18n/in-locale'
import { type CaseListFilter, caseListHref, readCaseFilters, type SearchParams } from '../case-filters'
import { SectionTabs } from './section-tabs'

const listHref = (filter: CaseListFilter) => caseListHref('/grants', filter)

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getI18n()).t('grants.title') }
}

export default async function GrantsPage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await requireActor()
  if (!may(actor, 'grants.read')) notFound()
  const [{ t, locale, format }, filter] = await Promise.all([
    getI18n(),
    readCaseFilters(searchParams, grantMachine.states),
  ])
  const page = await listGrants(actor, filter)
  const { status, mine } = filter
  const columns: Column<GrantRow>[] = [
    { key: 'person', header: t('grants.list.person'), cell: (row) => <Bdi>{row.name}</Bdi> },
    { key: 'reference', header: t('grants.list.reference'), cell: (row) => <Code>{row.reference}</Code> },
    {
      key: 'status',
      header: t('grants.list.status'),
      cell: (row) => <StatusBadge status={{ label: t(`grants.status.${row.status}`), tone: toneOf[row.status] }} />,
    },
    {
      key: 'place',
      header: t('grants.list.place'),
      cell: (row) => <span className="xl:whitespace-nowrap">{inLocale(locale, row.place)}</span>,
      desktopOnly: true,
    },
    {
      key: 'caseworker',
      header: t('grants.list.caseworker'),
      cell: (row) => <Bdi>{row.caseworker ?? t('grants.list.nobody')}</Bdi>,
    },
    {
      key: 'due',
      header: t('grants.list.due'),
      cell: (row) => (row.dueOn ? <span className="lg:whitespace-nowrap">{format.shortDate(row.dueOn)}</span> : '–'),
    },
    {
      key: 'amount',
      header: t('grants.list.amount'),
      align: 'end',
      cell: (row) => <Code>{format.money(row.amountMinor, row.currency)}</Code>,
    },
  ]
  const active = [
    ...(status
      ? [{ label: t('grants.list.filterStatus', { status: t(`grants.status.${status}`) }), href: listHref({ mine }) }]
      : []),
    ...(mine ? [{ label: t('grants.list.mine'), href: listHref({ status }) }] : []),
  ].map((chip) => ({ ...chip, removeLabel: t('common.list.remove', { label: chip.label }) }))
  return (
    <>
      <PageHeader title={t('grants.title')} lead={t('grants.lead')} />
      <SectionTabs actor={actor} current="applications" />
      <FilterBar
        action="/grants"
        label={t('common.list.filters')}
        applyLabel={t('common.list.apply')}
        activeLabel={t('common.list.active')}
        active={active}
        clear={active.length > 0 ? { href: '/grants', label: t('common.list.clear') } : undefined}
      >
        <FilterSelect
          name="status"
          label={t('grants.list.status')}
          anyLabel={t('grants.list.any')}
          options={grantMachine.states.map((state) => ({ value: state, label: t(`grants.status.${state}`) }))}
          value={status}
        />
        <FilterSelect
          name="mine"
          label={t('grants.list.whose')}
          anyLabel={t('grants.list.everyone')}
          options={[{ value: '1', label: t('grants.list.mine') }]}
          value={mine ? '1' : undefined}
        />
      </FilterBar>
      <SavedViews
        screen="grants"
        path="/grants"
        views={page.views}
        query={listHref({ status, mine }).split('?')[1] ?? ''}
      />
      {page.rows.length === 0 ? (
        <EmptyState
          title={t('grants.list.empty')}
          action={may(actor, 'people.write') && <LinkButton href="/people">{t('grants.list.toPeople')}</LinkButton>}
        >
          {t('grants.list.emptyText')}
        </EmptyState>
      ) : (
        <DataTable
          caption={t('grants.title')}
          columns={columns}
          rows={page.rows}
          rowKey={(row) => row.id}
          rowHref={(row) => `/grants/${row.id}`}
        />
      )}
      <Pagination
        label={t('grants.list.pages')}
        previous={
          page.previous
            ? { href: listHref({ status, mine, before: page.previous }), label: t('common.list.previous') }
            : undefined
        }
        next={
          page.next ? { href: listHref({ status, mine, after: page.next }), label: t('common.list.next') } : undefined
        }
      />
    </>
  )
}
