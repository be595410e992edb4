import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getI18n } from '@/app/i18n'
import { StatusBadge } from '@/components/case/status-badge'
import { Bdi, Code } from '@/components/ui/bdi'
import { type Column, DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeader } from '@/components/ui/page-header'
import { Pagination } from '@/components/ui/pagination'
import { may } from '@/lib/auth/roles'
import { requireActor } from '@/lib/auth/session'
import { listPayments, type PaymentRow } from '@/lib/grants/tranches/queries'
import { trancheTone } from '@/lib/grants/tranches/tones'
import { paymentsHref, readPaymentFilter, type SearchParams } from './filters'
import { PaymentFilters } from './payment-filters'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getI18n()).t('payments.title') }
}

const queues = ['requested', 'authorised', 'released'] as const

export default async function PaymentsPage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await requireActor()
  if (!may(actor, 'payments.read')) notFound()
  const [{ t, format }, filter] = await Promise.all([getI18n(), readPaymentFilter(searchParams)])
  const page = await listPayments(actor, filter)
  const { after: _after, before: _before, ...filters } = filter
  const columns: Column<PaymentRow>[] = [
    { key: 'reference', header: t('payments.field.reference'), cell: (row) => <Code>{row.reference}</Code> },
    { key: 'payee', header: t('payments.field.payee'), cell: (row) => <Bdi>{row.payeeName || '–'}</Bdi> },
    {
      key: 'status',
      header: t('payments.field.status'),
      cell: (row) => (
        <StatusBadge status={{ label: t(`payments.status.${row.status}`), tone: trancheTone[row.status] }} />
      ),
    },
    {
      key: 'channel',
      header: t('payments.field.channel'),
      cell: (row) => (row.channel ? t(`payments.channel.${row.channel}`) : '–'),
    },
    { key: 'planned', header: t('payments.field.planned'), cell: (row) => format.shortDate(row.plannedOn) },
    {
      key: 'amount',
      header: t('payments.field.amount'),
      align: 'end',
      cell: (row) => <Code>{format.money(row.amountMinor, row.currency)}</Code>,
    },
  ]
  return (
    <>
      <PageHeader
        title={t('payments.title')}
        lead={t('payments.lead')}
        action={
          may(actor, 'payments.release') && (
            <>
              <LinkButton href="/payments/answers" variant="secondary">
                {t('payments.answers.title')}
              </LinkButton>
              <LinkButton href="/payments/lists">{t('payments.lists.title')}</LinkButton>
            </>
          )
        }
      />
      <nav aria-label={t('payments.queue.title')} className="mb-4 grid gap-3 sm:grid-cols-3">
        {queues.map((queue) => (
          <Link
            key={queue}
            href={paymentsHref({ status: queue })}
            prefetch={false}
            aria-current={filter.status === queue ? 'page' : undefined}
            className="touch-target flex items-center justify-between gap-3 rounded-lg border border-line bg-surface px-4 py-3 font-medium hover:border-action aria-[current]:border-action aria-[current]:bg-action-soft"
          >
            {t(`payments.queue.${queue}`)}
            <span className="text-xl font-semibold tabular-nums">
              {page.queues[queue] >= 1000 ? '999+' : format.number(page.queues[queue])}
            </span>
          </Link>
        ))}
      </nav>
      <PaymentFilters filter={filters} lines={page.lines} />
      {page.rows.length === 0 ? (
        <EmptyState icon="banknote" title={t('payments.none')}>
          {t(Object.values(filters).some(Boolean) ? 'payments.noneFiltered' : 'payments.noneText')}
        </EmptyState>
      ) : (
        <DataTable
          caption={t('payments.title')}
          columns={columns}
          rows={page.rows}
          rowKey={(row) => row.trancheId}
          rowHref={(row) => `/payments/${row.trancheId}`}
        />
      )}
      <Pagination
        label={t('common.list.pages')}
        previous={
          page.previous
            ? { href: paymentsHref({ ...filters, before: page.previous }), label: t('common.list.previous') }
            : undefined
        }
        next={
          page.next ? { href: paymentsHref({ ...filters, after: page.next }), label: t('common.list.next') } : undefined
        }
      />
    </>
  )
}
