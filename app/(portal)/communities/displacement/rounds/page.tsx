import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getI18n } from '@/app/i18n'
import { StatusBadge } from '@/components/case/status-badge'
import { type Column, DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeader } from '@/components/ui/page-header'
import { Pagination } from '@/components/ui/pagination'
import { may } from '@/lib/auth/roles'
import { requireActor } from '@/lib/auth/session'
import { toneOf } from '@/lib/communities/displacement/machine'
import { mayEnter } from '@/lib/communities/displacement/policy'
import { listRounds, type RoundRow } from '@/lib/communities/displacement/round-queries'
import { base, hrefOf, type Query, readCursor } from '../filters'
import { Parts } from '../parts'
import { roundName } from '../round-words'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getI18n()).t('displacement.rounds.title') }
}

/** Rounds of figures, the newest first. */
export default async function RoundsPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireActor()
  if (!may(actor, 'displacement.read')) notFound()
  const [{ t, format }, cursor] = await Promise.all([getI18n(), searchParams.then(readCursor)])
  const { rows, previous, next } = await listRounds(actor, cursor)
  const columns: Column<RoundRow>[] = [
    { key: 'round', header: t('displacement.rounds.column'), cell: (row) => roundName(t, row) },
    { key: 'day', header: t('displacement.rounds.countedOn'), cell: (row) => format.shortDate(row.countedOn) },
    {
      key: 'status',
      header: t('displacement.rounds.statusColumn'),
      cell: (row) => (
        <StatusBadge status={{ label: t(`displacement.status.${row.status}`), tone: toneOf[row.status] }} />
      ),
    },
    {
      key: 'idp',
      header: t('displacement.rounds.idpFamilies'),
      align: 'end',
      cell: (row) => format.number(row.idp.families),
    },
    {
      key: 'returnee',
      header: t('displacement.rounds.returneeFamilies'),
      align: 'end',
      cell: (row) => format.number(row.returnee.families),
    },
    {
      key: 'locations',
      header: t('displacement.figure.locations'),
      align: 'end',
      cell: (row) => format.number(Math.max(row.idp.locations, row.returnee.locations)),
      desktopOnly: true,
    },
  ]
  return (
    <>
      <PageHeader
        title={t('displacement.rounds.title')}
        lead={t('displacement.rounds.lead')}
        action={mayEnter(actor) && <LinkButton href={`${base}/rounds/new`}>{t('displacement.rounds.new')}</LinkButton>}
      />
      <Parts actor={actor} current="rounds" />
      {rows.length === 0 ? (
        <EmptyState icon="chart-column" title={t('displacement.rounds.empty')}>
          {t('displacement.rounds.emptyText')}
        </EmptyState>
      ) : (
        <DataTable
          caption={t('displacement.rounds.title')}
          columns={columns}
          rows={rows}
          rowKey={(row) => row.id}
          rowHref={(row) => `${base}/rounds/${row.id}`}
        />
      )}
      <Pagination
        label={t('displacement.rounds.pages')}
        previous={
          previous
            ? { href: hrefOf(`${base}/rounds`, { before: previous }), label: t('common.list.previous') }
            : undefined
        }
        next={next ? { href: hrefOf(`${base}/rounds`, { after: next }), label: t('common.list.next') } : undefined}
      />
    </>
  )
}
