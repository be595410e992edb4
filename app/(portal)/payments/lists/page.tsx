import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getI18n } from '@/app/i18n'
import { one } from '@/app/query'
import { StatusBadge } from '@/components/case/status-badge'
import { DateField } from '@/components/form/date-field'
import { PlainForm } from '@/components/form/plain-form'
import { Bdi, Code } from '@/components/ui/bdi'
import { type Column, DataTable } from '@/components/ui/data-table'
import { Disclosure } from '@/components/ui/disclosure'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { Pagination } from '@/components/ui/pagination'
import { Section } from '@/components/ui/section'
import { may } from '@/lib/auth/roles'
import { requireActor } from '@/lib/auth/session'
import { type ListHead, listReleaseLists } from '@/lib/grants/tranches/lists/queries'
import { ClientMessages } from '@/lib/i18n/client-messages'
import { isId } from '@/lib/ids'
import { makeList } from '../actions'
import type { SearchParams } from '../filters'
import { listTone } from './tones'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getI18n()).t('payments.lists.title') }
}

export default async function ReleaseListsPage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await requireActor()
  if (!may(actor, 'payments.release')) notFound()
  const [{ t, locale, format }, params] = await Promise.all([getI18n(), searchParams])
  const [after, before] = [one(params.after), one(params.before)]
  const page = await listReleaseLists(actor, { ...(isId(after) && { after }), ...(isId(before) && { before }) })
  const columns: Column<ListHead>[] = [
    { key: 'number', header: t('payments.lists.number'), cell: (row) => <Code>{row.number}</Code> },
    {
      key: 'state',
      header: t('payments.field.status'),
      cell: (row) => (
        <StatusBadge status={{ label: t(`payments.lists.state.${row.state}`), tone: listTone[row.state] }} />
      ),
    },
    { key: 'channel', header: t('payments.field.channel'), cell: (row) => t(`payments.channel.${row.channel}`) },
    { key: 'by', header: t('payments.lists.madeBy'), cell: (row) => <Bdi>{row.madeBy}</Bdi> },
    { key: 'at', header: t('payments.lists.madeOn'), cell: (row) => format.shortDate(row.madeAt) },
    { key: 'rows', header: t('payments.lists.rows'), align: 'end', cell: (row) => format.number(row.rows) },
    {
      key: 'total',
      header: t('payments.lists.total'),
      align: 'end',
      cell: (row) => <Code>{format.money(row.totalMinor, row.currency)}</Code>,
    },
  ]
  return (
    <ClientMessages locale={locale} rooms={['payments.refused']}>
      <PageHeader
        title={t('payments.lists.title')}
        back={{ href: '/payments', label: t('payments.title') }}
        lead={t('payments.lists.lead')}
      />
      <div className="space-y-6">
        <Section title={t('payments.lists.ready')}>
          {page.ready.length === 0 && <p className="text-ink-soft">{t('payments.lists.readyNone')}</p>}
          <ul className="space-y-3">
            {page.ready.map(({ channel, currency, count, totalMinor }) => (
              <li key={channel + currency}>
                <Disclosure
                  label={
                    <span>
                      {t(`payments.channel.${channel}`)} · {t('payments.lists.readyRow', { count })} ·{' '}
                      <Code>{format.money(totalMinor, currency)}</Code>
                    </span>
                  }
                >
                  <PlainForm
                    action={makeList}
                    hidden={{ channel, currency }}
                    submit={t('payments.lists.make')}
                    label={`${t('payments.lists.make')}: ${t(`payments.channel.${channel}`)} ${currency}`}
                  >
                    <DateField name="until" optional label={t('payments.field.until')} />
                  </PlainForm>
                </Disclosure>
              </li>
            ))}
          </ul>
        </Section>
        {page.rows.length === 0 ? (
          <EmptyState icon="list-checks" title={t('payments.lists.none')}>
            {t('payments.lists.noneText')}
          </EmptyState>
        ) : (
          <DataTable
            caption={t('payments.lists.title')}
            columns={columns}
            rows={page.rows}
            rowKey={(row) => row.id}
            rowHref={(row) => `/payments/lists/${row.id}`}
          />
        )}
        <Pagination
          label={t('common.list.pages')}
          previous={
            page.previous
              ? { href: `/payments/lists?before=${page.previous}`, label: t('common.list.previous') }
              : undefined
          }
          next={page.next ? { href: `/payments/lists?after=${page.next}`, label: t('common.list.next') } : undefined}
        />
      </div>
    </ClientMessages>
  )
}
