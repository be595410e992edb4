import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getI18n } from '@/app/i18n'
import { Bdi } from '@/components/ui/bdi'
import { type Column, DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeader } from '@/components/ui/page-header'
import { Pagination } from '@/components/ui/pagination'
import { may } from '@/lib/auth/roles'
import { requireActor } from '@/lib/auth/session'
import { inLocale } from '@/lib/i18n/in-locale'
import { listRegisters, type RegisterRow } from '@/lib/referrals/consultations/queries'
import { SectionTabs } from '../section-tabs'
import { type Query, readFilters, registersHref } from './filters'
import { ImportSection } from './import-section'
import { RegisterFilters } from './register-filters'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getI18n()).t('consultations.title') }
}

/** The registers of facilities, newest day first. */
export default async function RegistersPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireActor()
  if (!may(actor, 'consultations.read')) notFound()
  const [{ t, locale, format }, query] = await Promise.all([getI18n(), searchParams])
  const filter = readFilters(query)
  const { rows, previous, next, facilities, categories } = await listRegisters(actor, filter)
  const { after: _after, before: _before, ...kept } = filter
  const isPart = Boolean(
    kept.sex || kept.ageBand || kept.displacement || kept.disability || kept.category || kept.visit,
  )
  const mayWrite = may(actor, 'consultations.write')
  const columns: Column<RegisterRow>[] = [
    { key: 'day', header: t('consultations.day'), cell: (row) => format.shortDate(row.heldOn) },
    {
      key: 'facility',
      header: t('consultations.facility'),
      cell: (row) => <Bdi>{inLocale(locale, row.facility)}</Bdi>,
    },
    {
      key: 'place',
      header: t('consultations.list.place'),
      cell: (row) => inLocale(locale, row.place),
      desktopOnly: true,
    },
    ...(isPart
      ? [
          {
            key: 'matching',
            header: t('consultations.list.matching'),
            align: 'end' as const,
            cell: (row: RegisterRow) => format.number(row.matching),
          },
        ]
      : []),
    { key: 'count', header: t('consultations.list.count'), align: 'end', cell: (row) => format.number(row.rowCount) },
    { key: 'by', header: t('consultations.list.enteredBy'), cell: (row) => <Bdi>{row.enteredBy ?? '–'}</Bdi> },
  ]
  return (
    <>
      <PageHeader
        title={t('consultations.title')}
        lead={t('consultations.lead')}
        action={
          <>
            <LinkButton href="/referrals/consultations/totals" variant="secondary">
              {t('consultations.totals.title')}
            </LinkButton>
            {mayWrite && <LinkButton href="/referrals/consultations/new">{t('consultations.new')}</LinkButton>}
          </>
        }
      />
      <SectionTabs actor={actor} current="consultations" />
      <RegisterFilters filter={filter} facilities={facilities} categories={categories} />
      {rows.length === 0 ? (
        <EmptyState title={t('consultations.list.empty')}>{t('consultations.list.emptyText')}</EmptyState>
      ) : (
        <DataTable
          caption={t('consultations.title')}
          columns={columns}
          rows={rows}
          rowKey={(row) => row.id}
          rowHref={(row) => `/referrals/consultations/${row.registerId}`}
        />
      )}
      <Pagination
        label={t('consultations.list.pages')}
        previous={
          previous
            ? { href: registersHref({ ...kept, before: previous }), label: t('common.list.previous') }
            : undefined
        }
        next={next ? { href: registersHref({ ...kept, after: next }), label: t('common.list.next') } : undefined}
      />
      {mayWrite && <ImportSection problem={query.problem} heads={query.heads} most={query.most} />}
    </>
  )
}
