import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getI18n } from '@/app/i18n'
import { StatusBadge } from '@/components/case/status-badge'
import { Code } from '@/components/ui/bdi'
import { type Column, DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { Pagination } from '@/components/ui/pagination'
import { may } from '@/lib/auth/roles'
import { requireActor } from '@/lib/auth/session'
import { getFigurePlaces, isDeidentified } from '@/lib/grants/figures/queries'
import { listRecords, type RecordRow } from '@/lib/grants/figures/records-query'
import { grantMachine } from '@/lib/grants/machine'
import { toneOf } from '@/lib/grants/tones'
import { figuresHref, readRecordFilters } from '../filters'
import type { Query } from '../period'
import { valueName } from '../words'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getI18n()).t('figures.records.title') }
}

/** The records behind a number of the figures. */
export default async function RecordsPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireActor()
  if (!may(actor, 'figures.read')) notFound()
  const [{ t, locale, format }, query] = await Promise.all([getI18n(), searchParams])
  const { measure, dimension, value, ...filters } = readRecordFilters(query)
  const after = typeof query.after === 'string' ? query.after : null
  const [page, places] = await Promise.all([
    listRecords(actor, { ...filters, measure, dimension, value }, after),
    getFigurePlaces(actor),
  ])
  const isHidden = isDeidentified(actor)
  const columns: Column<RecordRow>[] = [
    { key: 'reference', header: t('figures.records.reference'), cell: (row) => <Code>{row.reference}</Code> },
    ...(isHidden
      ? []
      : [
          {
            key: 'status',
            header: t('grants.list.status'),
            cell: (row: RecordRow) => {
              const status = grantMachine.states.find((state) => state === row.status)
              return status && <StatusBadge status={{ label: t(`grants.status.${status}`), tone: toneOf[status] }} />
            },
          },
        ]),
    { key: 'sex', header: t('figures.by.sex'), cell: (row) => valueName(t, locale, places, 'sex', row.sex) },
    {
      key: 'age',
      header: t('figures.by.age_band'),
      cell: (row) => valueName(t, locale, places, 'age_band', row.ageBand),
    },
    {
      key: 'district',
      header: t('figures.by.district'),
      cell: (row) => valueName(t, locale, places, 'district', row.districtPcode),
    },
    { key: 'round', header: t('figures.by.round'), cell: (row) => <Code>{row.roundCode}</Code> },
    {
      key: 'on',
      header: t('figures.records.submitted'),
      cell: (row) => (isHidden ? format.month(row.submittedOn) : format.shortDate(row.submittedOn)),
    },
    ...(isHidden
      ? []
      : [
          {
            key: 'amount',
            header: t('grants.list.amount'),
            align: 'end' as const,
            cell: (row: RecordRow) =>
              row.amountMinor !== null && <Code>{format.money(row.amountMinor, row.currency)}</Code>,
          },
        ]),
  ]
  const of = dimension ? valueName(t, locale, places, dimension, value) : t('figures.all')
  return (
    <>
      <PageHeader
        title={t(`figures.measure.${measure}`)}
        lead={of}
        back={{ href: figuresHref('/reports', filters), label: t('figures.title') }}
      />
      {page.isTooFew && <Notice tone="info">{t('figures.records.tooFew')}</Notice>}
      {!page.isTooFew && page.rows.length === 0 && <EmptyState title={t('figures.records.none')} />}
      {page.rows.length > 0 && (
        <DataTable
          caption={t('figures.records.title')}
          columns={columns}
          rows={page.rows}
          rowKey={(row) => row.reference}
          {...(!isHidden && { rowHref: (row: RecordRow) => `/grants/${row.caseId}` })}
        />
      )}
      <Pagination
        label={t('figures.records.pages')}
        next={
          page.next
            ? {
                href: figuresHref('/reports/records', filters, { measure, by: dimension, value, after: page.next }),
                label: t('common.list.next'),
              }
            : undefined
        }
      />
    </>
  )
}
