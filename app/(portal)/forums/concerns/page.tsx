import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getI18n } from '@/app/i18n'
import { StatusBadge } from '@/components/case/status-badge'
import { Badge } from '@/components/ui/badge'
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
import { baghdadDay } from '@/lib/format'
import { type ConcernRow, listConcerns } from '@/lib/forums/concerns/list-query'
import { concernMachine } from '@/lib/forums/concerns/machine'
import { toneOf, toneOfSeverity } from '@/lib/forums/concerns/tones'
import { inLocale } from '@/lib/i18n/in-locale'
import { isId } from '@/lib/ids'
import { type CaseListFilter, caseListHref, readCaseFilters, type SearchParams } from '../../case-filters'
import { SectionTabs } from '../section-tabs'

/** Statuses that a list can hold: a restricted concern is in none. */
const listedStatuses = concernMachine.states.filter((state) => state !== 'restricted')

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getI18n()).t('concerns.title') }
}

export default async function ConcernsPage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await requireActor()
  if (!may(actor, 'concerns.read')) notFound()
  const [{ t, locale, format }, filter, { forum }] = await Promise.all([
    getI18n(),
    readCaseFilters(searchParams, listedStatuses),
    searchParams,
  ])
  const forumId = isId(forum) ? forum : undefined
  const page = await listConcerns(actor, { ...filter, forumId })
  const { status, mine } = filter
  const listHref = (filters: CaseListFilter) => caseListHref('/forums/concerns', filters, { forum: forumId })
  const today = baghdadDay(new Date())
  const columns: Column<ConcernRow>[] = [
    { key: 'summary', header: t('concerns.list.summary'), cell: (row) => <Bdi>{row.summary}</Bdi> },
    { key: 'reference', header: t('concerns.list.reference'), cell: (row) => <Code>{row.reference}</Code> },
    {
      key: 'status',
      header: t('concerns.list.status'),
      cell: (row) => <StatusBadge status={{ label: t(`concerns.status.${row.status}`), tone: toneOf[row.status] }} />,
    },
    { key: 'category', header: t('concerns.list.category'), cell: (row) => t(`concerns.category.${row.category}`) },
    {
      key: 'severity',
      header: t('concerns.list.severity'),
      cell: (row) => <Badge tone={toneOfSeverity[row.severity]}>{t(`concerns.severity.${row.severity}`)}</Badge>,
    },
    { key: 'forum', header: t('concerns.list.forum'), cell: (row) => <Bdi>{inLocale(locale, row.forum)}</Bdi> },
    {
      key: 'due',
      header: t('concerns.list.due'),
      cell: (row) =>
        row.dueOn === null ? (
          '–'
        ) : row.dueOn < today ? (
          <Badge tone="danger">{format.relativeDay(row.dueOn)}</Badge>
        ) : (
          <span className="lg:whitespace-nowrap">{format.shortDate(row.dueOn)}</span>
        ),
    },
  ]
  const active = [
    ...(status
      ? [
          {
            label: t('concerns.list.filterStatus', { status: t(`concerns.status.${status}`) }),
            href: listHref({ mine }),
          },
        ]
      : []),
    ...(mine ? [{ label: t('concerns.list.mine'), href: listHref({ status }) }] : []),
    ...(forumId
      ? [{ label: t('concerns.list.filterForum'), href: caseListHref('/forums/concerns', { status, mine }) }]
      : []),
  ].map((chip) => ({ ...chip, removeLabel: t('common.list.remove', { label: chip.label }) }))
  const newConcern = may(actor, 'concerns.write') && (
    <LinkButton href="/forums/concerns/new">{t('concerns.list.new')}</LinkButton>
  )
  const turn = (cursor: { before: string } | { after: string }) => listHref({ status, mine, ...cursor })
  return (
    <>
      <PageHeader title={t('concerns.title')} lead={t('concerns.lead')} action={newConcern} />
      <SectionTabs actor={actor} current="concerns" />
      <FilterBar
        action="/forums/concerns"
        label={t('common.list.filters')}
        applyLabel={t('common.list.apply')}
        activeLabel={t('common.list.active')}
        active={active}
        clear={active.length > 0 ? { href: '/forums/concerns', label: t('common.list.clear') } : undefined}
      >
        <FilterSelect
          name="status"
          label={t('concerns.list.status')}
          anyLabel={t('concerns.list.any')}
          options={listedStatuses.map((state) => ({ value: state, label: t(`concerns.status.${state}`) }))}
          value={status}
        />
        <FilterSelect
          name="mine"
          label={t('concerns.list.whose')}
          anyLabel={t('concerns.list.everyone')}
          options={[{ value: '1', label: t('concerns.list.mine') }]}
          value={mine ? '1' : undefined}
        />
      </FilterBar>
      {page.rows.length === 0 ? (
        <EmptyState title={t('concerns.list.empty')} action={newConcern}>
          {t('concerns.list.emptyText')}
        </EmptyState>
      ) : (
        <DataTable
          caption={t('concerns.title')}
          columns={columns}
          rows={page.rows}
          rowKey={(row) => row.id}
          rowHref={(row) => `/forums/concerns/${row.id}`}
        />
      )}
      <Pagination
        label={t('concerns.list.pages')}
        previous={
          page.previous ? { href: turn({ before: page.previous }), label: t('common.list.previous') } : undefined
        }
        next={page.next ? { href: turn({ after: page.next }), label: t('common.list.next') } : undefined}
      />
    </>
  )
}
