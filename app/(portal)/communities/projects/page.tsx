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
import { projectMachine } from '@/lib/communities/projects/machine'
import { listProjects, type ProjectRow } from '@/lib/communities/projects/queries'
import { toneOf } from '@/lib/communities/projects/tones'
import { inLocale } from '@/lib/i18n/in-locale'
import { listHref, type Query, readListFilter } from '../list-filters'
import { SectionTabs } from '../section-tabs'

const path = '/communities/projects'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getI18n()).t('projects.title') }
}

/** Light infrastructure projects, the newest first. */
export default async function ProjectsPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireActor()
  if (!may(actor, 'communities.read')) notFound()
  const [{ t, locale, format }, query] = await Promise.all([getI18n(), searchParams])
  const filter = readListFilter(query, projectMachine.states)
  const { rows, previous, next } = await listProjects(actor, filter)
  const columns: Column<ProjectRow>[] = [
    {
      key: 'title',
      header: t('projects.list.title'),
      cell: (row) => <Bdi>{inLocale(locale, { en: row.titleEn, ar: row.titleAr })}</Bdi>,
    },
    { key: 'reference', header: t('communities.reference'), cell: (row) => <Code>{row.reference}</Code> },
    {
      key: 'status',
      header: t('communities.statusWord'),
      cell: (row) => <StatusBadge status={{ label: t(`projects.status.${row.status}`), tone: toneOf[row.status] }} />,
    },
    {
      key: 'place',
      header: t('communities.place'),
      cell: (row) => inLocale(locale, { en: row.placeEn, ar: row.placeAr }),
    },
    { key: 'kind', header: t('projects.kindWord'), cell: (row) => t(`projects.kind.${row.kind}`) },
    {
      key: 'progress',
      header: t('projects.progress'),
      align: 'end',
      cell: (row) => format.percent(row.progress / 100),
    },
    {
      key: 'value',
      header: t('projects.contract.value'),
      align: 'end',
      cell: (row) => (row.contractValueMinor === null ? '–' : format.money(row.contractValueMinor, row.currency)),
    },
  ]
  const begin = may(actor, 'communities.write') && (
    <LinkButton href="/communities/projects/new">{t('projects.new')}</LinkButton>
  )
  return (
    <>
      <PageHeader title={t('projects.title')} lead={t('projects.lead')} action={begin} />
      <SectionTabs actor={actor} current="projects" />
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
          options={projectMachine.states.map((value) => ({ value, label: t(`projects.status.${value}`) }))}
          value={filter.status}
        />
      </FilterBar>
      {rows.length === 0 ? (
        <EmptyState title={t('projects.list.empty')} action={begin}>
          {t('projects.list.emptyText')}
        </EmptyState>
      ) : (
        <DataTable
          caption={t('projects.title')}
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
