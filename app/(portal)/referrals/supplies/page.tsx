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
import { inLocale } from '@/lib/i18n/in-locale'
import { supplyMachine } from '@/lib/referrals/supplies/machine'
import { type DeliveryRow, listDeliveries } from '@/lib/referrals/supplies/queries'
import { toneOf } from '@/lib/referrals/supplies/tones'
import { SectionTabs } from '../section-tabs'
import { type Query, readFilters, suppliesHref } from './filters'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getI18n()).t('supplies.title') }
}

/** Deliveries of medicine and equipment to facilities, the newest first. */
export default async function SuppliesPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireActor()
  if (!may(actor, 'supplies.read')) notFound()
  const [{ t, locale, format }, filter] = await Promise.all([getI18n(), searchParams.then(readFilters)])
  const { rows, previous, next } = await listDeliveries(actor, filter)
  const { status, facility } = filter
  const statusIs = status && t('supplies.list.statusIs', { status: t(`supplies.status.${status}`) })
  const columns: Column<DeliveryRow>[] = [
    { key: 'reference', header: t('supplies.list.reference'), cell: (row) => <Code>{row.reference}</Code> },
    {
      key: 'facility',
      header: t('supplies.list.facility'),
      cell: (row) => <Bdi>{inLocale(locale, row.facility)}</Bdi>,
    },
    {
      key: 'status',
      header: t('supplies.list.status'),
      cell: (row) => <StatusBadge status={{ label: t(`supplies.status.${row.status}`), tone: toneOf[row.status] }} />,
    },
    { key: 'planned', header: t('supplies.list.plannedOn'), cell: (row) => format.shortDate(row.plannedOn) },
    { key: 'items', header: t('supplies.items'), align: 'end', cell: (row) => format.number(row.items) },
    {
      key: 'by',
      header: t('supplies.list.plannedBy'),
      cell: (row) => <Bdi>{row.plannedBy ?? '–'}</Bdi>,
      desktopOnly: true,
    },
  ]
  return (
    <>
      <PageHeader
        title={t('supplies.title')}
        lead={t('supplies.lead')}
        action={
          <>
            <LinkButton href="/referrals/supplies/expiry" variant="secondary">
              {t('supplies.expiry.title')}
            </LinkButton>
            {may(actor, 'supplies.write') && (
              <LinkButton href="/referrals/supplies/new">{t('supplies.new')}</LinkButton>
            )}
          </>
        }
      />
      <SectionTabs actor={actor} current="supplies" />
      <FilterBar
        action="/referrals/supplies"
        label={t('common.list.filters')}
        applyLabel={t('common.list.apply')}
        activeLabel={t('common.list.active')}
        active={
          statusIs
            ? [
                {
                  label: statusIs,
                  href: suppliesHref({ facility }),
                  removeLabel: t('common.list.remove', { label: statusIs }),
                },
              ]
            : []
        }
      >
        {facility && <input type="hidden" name="facility" value={facility} />}
        <FilterSelect
          name="status"
          label={t('supplies.list.status')}
          anyLabel={t('supplies.list.anyStatus')}
          options={supplyMachine.states.map((value) => ({ value, label: t(`supplies.status.${value}`) }))}
          value={status}
        />
      </FilterBar>
      {rows.length === 0 ? (
        <EmptyState title={t('supplies.list.empty')}>{t('supplies.list.emptyText')}</EmptyState>
      ) : (
        <DataTable
          caption={t('supplies.title')}
          columns={columns}
          rows={rows}
          rowKey={(row) => row.id}
          rowHref={(row) => `/referrals/supplies/${row.id}`}
        />
      )}
      <Pagination
        label={t('supplies.list.pages')}
        previous={
          previous
            ? { href: suppliesHref({ status, facility, before: previous }), label: t('common.list.previous') }
            : undefined
        }
        next={
          next ? { href: suppliesHref({ status, facility, after: next }), label: t('common.list.next') } : undefined
        }
      />
    </>
  )
}
