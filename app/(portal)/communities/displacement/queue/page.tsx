import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getI18n } from '@/app/i18n'
import { one } from '@/app/query'
import { Bdi } from '@/components/ui/bdi'
import { type Column, DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { Pagination } from '@/components/ui/pagination'
import { requireActor } from '@/lib/auth/session'
import { listQueue, type QueueRow } from '@/lib/communities/displacement/files/queue-queries'
import { seesUnderWay } from '@/lib/communities/displacement/policy'
import { base, hrefOf, type Query } from '../filters'
import { Parts } from '../parts'
import { numberOr } from '../round-words'
import { nameInList, rowAddress } from './row-words'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getI18n()).t('displacement.queue.title') }
}

/** Rows of lists whose place nobody knows, of rounds that are open. */
export default async function QueuePage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireActor()
  if (!seesUnderWay(actor)) notFound()
  const [{ t, format }, query] = await Promise.all([getI18n(), searchParams])
  const [after, before] = [rowAddress(one(query.after)), rowAddress(one(query.before))]
  const cursor = { ...(after && { after: after.id }), ...(before && { before: before.id }) }
  const { rows, previous, next } = await listQueue(actor, cursor)
  const columns: Column<QueueRow>[] = [
    { key: 'place', header: t('displacement.queue.place'), cell: (row) => <Bdi>{nameInList(row.reading)}</Bdi> },
    {
      key: 'district',
      header: t('displacement.queue.district'),
      cell: (row) => <Bdi>{row.reading.district || '–'}</Bdi>,
    },
    {
      key: 'families',
      header: t('displacement.queue.families'),
      align: 'end',
      cell: (row) => numberOr(format, row.reading.families),
    },
    {
      key: 'population',
      header: t('displacement.population.label'),
      cell: (row) => t(`displacement.population.${row.population}`),
    },
    {
      key: 'list',
      header: t('displacement.queue.list'),
      cell: (row) => (
        <>
          <Bdi>{row.fileName}</Bdi>{' '}
          <span className="text-ink-soft">
            · {t('displacement.rounds.number', { number: String(row.roundNumber) })}
          </span>
        </>
      ),
    },
  ]
  return (
    <>
      <PageHeader title={t('displacement.queue.title')} lead={t('displacement.queue.lead')} />
      <Parts actor={actor} current="queue" />
      {rows.length === 0 ? (
        <EmptyState icon="circle-check" title={t('displacement.queue.empty')}>
          {t('displacement.queue.emptyText')}
        </EmptyState>
      ) : (
        <DataTable
          caption={t('displacement.queue.title')}
          columns={columns}
          rows={rows}
          rowKey={(row) => row.id}
          rowHref={(row) => `${base}/queue/${row.id}`}
        />
      )}
      <Pagination
        label={t('displacement.queue.pages')}
        previous={
          previous
            ? { href: hrefOf(`${base}/queue`, { before: previous }), label: t('common.list.previous') }
            : undefined
        }
        next={next ? { href: hrefOf(`${base}/queue`, { after: next }), label: t('common.list.next') } : undefined}
      />
    </>
  )
}
