import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getI18n } from '@/app/i18n'
import { PlainForm } from '@/components/form/plain-form'
import { Bdi, Code } from '@/components/ui/bdi'
import { type Column, DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { FilterBar } from '@/components/ui/filter-bar'
import { FilterSelect } from '@/components/ui/filter-field'
import { PageHeader } from '@/components/ui/page-header'
import { Pagination } from '@/components/ui/pagination'
import { may } from '@/lib/auth/roles'
import { requireActor } from '@/lib/auth/session'
import { listWaiting, type WaitingRow } from '@/lib/grants/committee/waiting-query'
import { ClientMessages } from '@/lib/i18n/client-messages'
import { inLocale } from '@/lib/i18n/in-locale'
import { isId } from '@/lib/ids'
import { lookForRoom } from '../actions'
import { pointsOf } from '../tones'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getI18n()).t('committee.waiting.title') }
}

type Props = { searchParams: Promise<{ round?: string | string[]; after?: string | string[] }> }

export default async function WaitingPage({ searchParams }: Props) {
  const actor = await requireActor()
  if (!may(actor, 'committee.score')) notFound()
  const [{ t, locale, format }, { round, after }] = await Promise.all([getI18n(), searchParams])
  const roundId = isId(round) ? round : undefined
  const last = typeof after === 'string' && /^[A-Z]{3}-\d{4}-\d{1,9}$/.test(after) ? after : undefined
  const page = await listWaiting(actor, { roundId, after: last })
  const columns: Column<WaitingRow>[] = [
    { key: 'person', header: t('committee.waiting.person'), cell: (row) => <Bdi>{row.name}</Bdi> },
    { key: 'reference', header: t('committee.waiting.reference'), cell: (row) => <Code>{row.reference}</Code> },
    {
      key: 'mean',
      header: t('committee.waiting.mean'),
      cell: (row) => <Code>{pointsOf(row.mean)}</Code>,
      align: 'end',
    },
    { key: 'score', header: t('committee.waiting.score'), cell: (row) => format.number(row.score), align: 'end' },
    {
      key: 'round',
      header: t('committee.waiting.round'),
      cell: (row) => <Code>{row.round_code}</Code>,
      desktopOnly: true,
    },
    {
      key: 'line',
      header: t('committee.waiting.line'),
      cell: (row) => (row.line_code ? <Code>{row.line_code}</Code> : '–'),
    },
    {
      key: 'room',
      header: t('committee.waiting.room'),
      cell: (row) => (row.free_minor ? <Code>{format.money(Number(row.free_minor), row.currency)}</Code> : '–'),
      align: 'end',
    },
    {
      key: 'amount',
      header: t('committee.waiting.amount'),
      cell: (row) => <Code>{format.money(Number(row.amount_minor), row.currency)}</Code>,
      align: 'end',
    },
  ]
  const here = '/grants/committee/waiting'
  const chosen = page.rounds.find((one) => one.id === roundId)
  const roundName = (one: { nameEn: string; nameAr: string }) => inLocale(locale, { en: one.nameEn, ar: one.nameAr })
  return (
    <ClientMessages locale={locale} rooms={['committee.refused']}>
      <PageHeader
        title={t('committee.waiting.title')}
        lead={t('committee.waiting.lead')}
        back={{ href: '/grants/committee', label: t('committee.meetings.title') }}
        action={
          may(actor, 'committee.convene') &&
          page.rows.length > 0 && (
            <PlainForm action={lookForRoom} submit={t('committee.waiting.look')} variant="secondary" className="" />
          )
        }
      />
      <FilterBar
        action={here}
        label={t('common.list.filters')}
        applyLabel={t('common.list.apply')}
        activeLabel={t('common.list.active')}
        active={
          chosen
            ? [
                {
                  label: roundName(chosen),
                  href: here,
                  removeLabel: t('common.list.remove', { label: roundName(chosen) }),
                },
              ]
            : []
        }
      >
        <FilterSelect
          name="round"
          label={t('committee.waiting.round')}
          anyLabel={t('committee.waiting.anyRound')}
          options={page.rounds.map((one) => ({ value: one.id, label: roundName(one) }))}
          value={roundId}
        />
      </FilterBar>
      {page.rows.length === 0 ? (
        <EmptyState icon="hourglass" title={t('committee.waiting.empty')}>
          {t('committee.waiting.emptyText')}
        </EmptyState>
      ) : (
        <DataTable
          caption={t('committee.waiting.title')}
          columns={columns}
          rows={page.rows}
          rowKey={(row) => row.id}
          rowHref={(row) => `/grants/${row.id}/committee`}
        />
      )}
      <Pagination
        label={t('common.list.pages')}
        next={
          page.next
            ? {
                href: `${here}?${new URLSearchParams({ ...(roundId ? { round: roundId } : {}), after: page.next })}`,
                label: t('common.list.next'),
              }
            : undefined
        }
      />
    </ClientMessages>
  )
}
