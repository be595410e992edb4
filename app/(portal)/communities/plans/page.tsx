import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getI18n } from '@/app/i18n'
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
import { planMachine } from '@/lib/communities/plans/machine'
import { listPlans, type PlanRow } from '@/lib/communities/plans/queries'
import { toneOf } from '@/lib/communities/plans/tones'
import { inLocale } from '@/lib/i18n/in-locale'
import { listHref, type Query, readListFilter } from '../list-filters'
import { SectionTabs } from '../section-tabs'

const path = '/communities/plans'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getI18n()).t('communities.plans.title') }
}

/** The action plans of communities, the newest first. */
export default async function PlansPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireActor()
  if (!may(actor, 'communities.read')) notFound()
  const [{ t, locale, format }, query] = await Promise.all([getI18n(), searchParams])
  const filter = readListFilter(query, planMachine.states)
  const { rows, previous, next } = await listPlans(actor, filter)
  const columns: Column<PlanRow>[] = [
    {
      key: 'title',
      header: t('communities.plans.list.title'),
      cell: (row) => <Bdi>{inLocale(locale, { en: row.titleEn, ar: row.titleAr })}</Bdi>,
    },
    { key: 'reference', header: t('communities.reference'), cell: (row) => <Code>{row.reference}</Code> },
    {
      key: 'status',
      header: t('communities.statusWord'),
      cell: (row) => (
        <StatusBadge status={{ label: t(`communities.plans.status.${row.status}`), tone: toneOf[row.status] }} />
      ),
    },
    {
      key: 'place',
      header: t('communities.place'),
      cell: (row) => inLocale(locale, { en: row.placeEn, ar: row.placeAr }),
    },
    {
      key: 'period',
      header: t('communities.plans.period'),
      cell: (row) => `${format.shortDate(row.startsOn)} – ${format.shortDate(row.endsOn)}`,
      desktopOnly: true,
    },
    {
      key: 'needs',
      header: t('communities.plans.list.met'),
      cell: (row) => t('communities.plans.list.metOf', { met: format.number(row.met), all: format.number(row.needs) }),
    },
  ]
  const draft = may(actor, 'communities.write') && (
    <LinkButton href="/communities/plans/new">{t('communities.plans.new')}</LinkButton>
  )
  return (
    <>
      <PageHeader title={t('communities.plans.title')} lead={t('communities.plans.lead')} action={draft} />
      <SectionTabs actor={actor} current="plans" />
      <FilterBar
        action={path}
        label={t('common.list.filters')}
        applyLabel={t('common.list.apply')}
        activeLabel={t('common.list.active')}
        active={[]}
        clear={filter.status ? { href: path, label: t('common.list.clear') } : undefined}
      >
        <FilterSelect
          name="status"
          label={t('communities.statusWord')}
          anyLabel={t('communities.anyStatus')}
          options={planMachine.states.map((value) => ({ value, label: t(`communities.plans.status.${value}`) }))}
          value={filter.status}
        />
      </FilterBar>
      {rows.length === 0 ? (
        <EmptyState title={t('communities.plans.list.empty')} action={draft}>
          {t('communities.plans.list.emptyText')}
        </EmptyState>
      ) : (
        <DataTable
          caption={t('communities.plans.title')}
          columns={columns}
          rows={rows}
          rowKey={(row) => row.id}
          rowHref={(row) => `${path}/${row.id}`}
        />
      )}
      <Pagination
        label={t('communities.pages')}
        previous={
          previous
            ? { href: listHref(path, { status: filter.status, before: previous }), label: t('common.list.previous') }
            : undefined
        }
        next={
          next
            ? { href: listHref(path, { status: filter.status, after: next }), label: t('common.list.next') }
            : undefined
        }
      />
    </>
  )
}
