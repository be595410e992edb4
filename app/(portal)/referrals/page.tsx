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
import { inLocale } from '@/lib/i18n/in-locale'
import { listReferrals, type ReferralRow } from '@/lib/referrals/list-query'
import { isOverdue, referralMachine, unseenStatuses } from '@/lib/referrals/machine'
import { toneOf, toneOfPriority } from '@/lib/referrals/tones'
import { type CaseListFilter, caseListHref, readCaseFilters, type SearchParams } from '../case-filters'
import { SectionTabs } from './section-tabs'

const listHref = (filter: CaseListFilter) => caseListHref('/referrals', filter)

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getI18n()).t('referrals.title') }
}

export default async function ReferralsPage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await requireActor()
  if (!may(actor, 'referrals.read')) notFound()
  const [{ t, locale, format }, filter] = await Promise.all([
    getI18n(),
    readCaseFilters(searchParams, referralMachine.states),
  ])
  const page = await listReferrals(actor, filter)
  const { status, mine, overdue } = filter
  const now = new Date()
  const columns: Column<ReferralRow>[] = [
    { key: 'person', header: t('referrals.list.person'), cell: (row) => <Bdi>{row.name}</Bdi> },
    { key: 'reference', header: t('referrals.list.reference'), cell: (row) => <Code>{row.reference}</Code> },
    {
      key: 'status',
      header: t('referrals.list.status'),
      cell: (row) => <StatusBadge status={{ label: t(`referrals.status.${row.status}`), tone: toneOf[row.status] }} />,
    },
    {
      key: 'priority',
      header: t('referrals.list.priority'),
      cell: (row) => <Badge tone={toneOfPriority[row.priority]}>{t(`referrals.priority.${row.priority}`)}</Badge>,
    },
    { key: 'service', header: t('referrals.list.service'), cell: (row) => t(`referrals.service.${row.service}`) },
    {
      key: 'facility',
      header: t('referrals.list.facility'),
      cell: (row) => <Bdi>{inLocale(locale, row.facility)}</Bdi>,
    },
    {
      key: 'due',
      header: t('referrals.list.due'),
      cell: (row) =>
        row.dueAt && isOverdue(row, now) ? (
          <Badge tone="danger">{format.relativeDay(row.dueAt)}</Badge>
        ) : row.dueAt && unseenStatuses.some((one) => one === row.status) ? (
          <span className="lg:whitespace-nowrap">{format.shortDate(row.dueAt)}</span>
        ) : (
          '–'
        ),
    },
  ]
  const active = [
    ...(status
      ? [
          {
            label: t('referrals.list.filterStatus', { status: t(`referrals.status.${status}`) }),
            href: listHref({ mine }),
          },
        ]
      : []),
    ...(mine ? [{ label: t('referrals.list.mine'), href: listHref({ status }) }] : []),
    ...(overdue ? [{ label: t('referrals.list.overdueOnly'), href: listHref({}) }] : []),
  ].map((chip) => ({ ...chip, removeLabel: t('common.list.remove', { label: chip.label }) }))
  const newReferral = may(actor, 'referrals.write') && (
    <LinkButton href="/referrals/new">{t('referrals.list.new')}</LinkButton>
  )
  return (
    <>
      <PageHeader title={t('referrals.title')} lead={t('referrals.lead')} action={newReferral} />
      <SectionTabs actor={actor} current="referrals" />
      <FilterBar
        action="/referrals"
        label={t('common.list.filters')}
        applyLabel={t('common.list.apply')}
        activeLabel={t('common.list.active')}
        active={active}
        clear={active.length > 0 ? { href: '/referrals', label: t('common.list.clear') } : undefined}
      >
        <FilterSelect
          name="status"
          label={t('referrals.list.status')}
          anyLabel={t('referrals.list.any')}
          options={referralMachine.states.map((state) => ({ value: state, label: t(`referrals.status.${state}`) }))}
          value={status}
        />
        <FilterSelect
          name="mine"
          label={t('referrals.list.whose')}
          anyLabel={t('referrals.list.everyone')}
          options={[{ value: '1', label: t('referrals.list.mine') }]}
          value={mine ? '1' : undefined}
        />
        <FilterSelect
          name="overdue"
          label={t('referrals.list.due')}
          anyLabel={t('referrals.list.everyone')}
          options={[{ value: '1', label: t('referrals.list.overdueOnly') }]}
          value={overdue ? '1' : undefined}
        />
      </FilterBar>
      {page.rows.length === 0 ? (
        <EmptyState title={t('referrals.list.empty')} action={newReferral}>
          {t('referrals.list.emptyText')}
        </EmptyState>
      ) : (
        <DataTable
          caption={t('referrals.title')}
          columns={columns}
          rows={page.rows}
          rowKey={(row) => row.id}
          rowHref={(row) => `/referrals/${row.id}`}
        />
      )}
      <Pagination
        label={t('referrals.list.pages')}
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
