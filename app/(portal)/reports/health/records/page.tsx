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
import { isDeidentified, listHealthRecords, type RecordRow } from '@/lib/referrals/figures/queries'
import { referralMachine } from '@/lib/referrals/machine'
import { toneOf } from '@/lib/referrals/tones'
import { periodHref, type Query } from '../../period'
import { readRecordFilter } from '../filters'
import { groupName } from '../words'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getI18n()).t('healthFigures.records') }
}

/** The referrals behind a number of the figures. */
export default async function HealthRecordsPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireActor()
  if (!may(actor, 'figures.read') || !actor.programmes.includes('health')) notFound()
  const [{ t, locale, format }, query] = await Promise.all([getI18n(), searchParams])
  const { measure, dimension, value, ...period } = readRecordFilter(query)
  const after = typeof query.after === 'string' ? query.after : null
  const page = await listHealthRecords(actor, { ...period, measure, dimension, value }, after)
  const isHidden = isDeidentified(actor)
  const name = (of: 'service' | 'priority' | 'sex' | 'age_band' | 'district', text: string) =>
    groupName(t, locale, page.names, of, text)
  const columns: Column<RecordRow>[] = [
    { key: 'reference', header: t('referrals.list.reference'), cell: (row) => <Code>{row.reference}</Code> },
    ...(isHidden
      ? []
      : [
          {
            key: 'status',
            header: t('referrals.list.status'),
            cell: (row: RecordRow) => {
              const status = referralMachine.states.find((state) => state === row.status)
              return status && <StatusBadge status={{ label: t(`referrals.status.${status}`), tone: toneOf[status] }} />
            },
          },
        ]),
    { key: 'service', header: t('referrals.list.service'), cell: (row) => name('service', row.service) },
    { key: 'priority', header: t('referrals.list.priority'), cell: (row) => name('priority', row.priority) },
    { key: 'sex', header: t('figures.by.sex'), cell: (row) => name('sex', row.sex) },
    { key: 'age', header: t('figures.by.age_band'), cell: (row) => name('age_band', row.ageBand) },
    { key: 'district', header: t('figures.by.district'), cell: (row) => name('district', row.districtPcode) },
    {
      key: 'sent',
      header: t('healthFigures.sent'),
      cell: (row) => (isHidden ? format.month(row.sentOn) : format.shortDate(row.sentOn)),
    },
  ]
  return (
    <>
      <PageHeader
        title={t(`healthFigures.measure.${measure}`)}
        lead={groupName(t, locale, page.names, dimension ?? 'all', value)}
        back={{ href: periodHref('/reports/health', period), label: t('healthFigures.title') }}
      />
      {page.isTooFew && <Notice tone="info">{t('healthFigures.tooFew')}</Notice>}
      {!page.isTooFew && page.rows.length === 0 && <EmptyState title={t('healthFigures.none')} />}
      {page.rows.length > 0 && (
        <DataTable
          caption={t('healthFigures.records')}
          columns={columns}
          rows={page.rows}
          rowKey={(row) => row.reference}
          {...(!isHidden && { rowHref: (row: RecordRow) => `/referrals/${row.caseId}` })}
        />
      )}
      <Pagination
        label={t('healthFigures.pages')}
        next={
          page.next
            ? {
                href: periodHref('/reports/health/records', period, {
                  measure,
                  by: dimension,
                  value,
                  after: page.next,
                }),
                label: t('common.list.next'),
              }
            : undefined
        }
      />
    </>
  )
}
